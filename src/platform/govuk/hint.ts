import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Content } from './internal/content.ts'

export type HintOptions = Content & {
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A hint that helps to answer a question. */
export const govukHint = (options: HintOptions): Html =>
  html`<div${attributes({ id: options.id || undefined, class: classes('govuk-hint', options.classes) })}${extra(options.attributes)}>${contentOf(options)}</div>`
