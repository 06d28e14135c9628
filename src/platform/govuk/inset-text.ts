import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Content } from './internal/content.ts'

export type InsetTextOptions = Content & {
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A block that stands out from what is around it. */
export const govukInsetText = (options: InsetTextOptions): Html =>
  html`<div${attributes({ id: options.id || undefined, class: classes('govuk-inset-text', options.classes) })}${extra(options.attributes)}>${contentOf(options)}</div>`
