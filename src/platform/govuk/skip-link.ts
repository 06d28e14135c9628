import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Content } from './internal/content.ts'

export type SkipLinkOptions = Content & {
  readonly href?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The first stop of the keyboard: past the head of the page to what it is about. */
export const govukSkipLink = (options: SkipLinkOptions): Html =>
  html`<a${attributes({
    href: options.href || '#content',
    class: classes('govuk-skip-link', options.classes),
  })}${extra(options.attributes)} data-module="govuk-skip-link">${contentOf(options)}</a>`
