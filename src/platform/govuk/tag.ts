import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Content } from './internal/content.ts'

export type TagOptions = Content & {
  /** `govuk-tag--grey` and so on; the colour never says it alone. */
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A status, in words. */
export const govukTag = (options: TagOptions): Html =>
  html`<strong${attributes({ class: classes('govuk-tag', options.classes) })}${extra(options.attributes)}>${contentOf(options)}</strong>`
