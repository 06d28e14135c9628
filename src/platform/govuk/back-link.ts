import { attributes, classes, html, isBlank, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import type { Content } from './internal/content.ts'

export type BackLinkOptions = Content & {
  readonly href?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The way back to the page before. */
export const govukBackLink = (options: BackLinkOptions): Html =>
  html`<a${attributes({
    href: options.href || '#',
    class: classes('govuk-back-link', options.classes),
  })}${extra(options.attributes)}>${isBlank(options.html) ? options.text || 'Back' : options.html}</a>`
