import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Content } from './internal/content.ts'

export type ErrorMessageOptions = Content & {
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  /** Read out before the message; "Error" unless told, nothing when empty. */
  readonly visuallyHiddenText?: string | undefined
}

/** What is wrong with an answer, and how to put it right. */
export function govukErrorMessage(options: ErrorMessageOptions): Html {
  const hidden = options.visuallyHiddenText ?? 'Error'
  const prefix = hidden ? html`<span class="govuk-visually-hidden">${hidden}:</span> ` : nothing
  const own = attributes({
    id: options.id || undefined,
    class: classes('govuk-error-message', options.classes),
  })
  return html`<p${own}${extra(options.attributes)}>${prefix}${contentOf(options)}</p>`
}
