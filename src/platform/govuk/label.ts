import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, hasContent, type Content } from './internal/content.ts'

export type LabelOptions = Content & {
  /** The id of the field that it names. */
  readonly for?: string | undefined
  readonly isPageHeading?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A field's label, inside the page's heading where it asks the page's one question. */
export function govukLabel(options: LabelOptions): Html {
  if (!hasContent(options)) return nothing
  const label = html`<label${attributes({ class: classes('govuk-label', options.classes) })}${extra(options.attributes)}${attributes({ for: options.for || undefined })}>${contentOf(options)}</label>`
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${label}</h1>` : label
}
