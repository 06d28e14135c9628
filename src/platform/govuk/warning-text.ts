import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Content } from './internal/content.ts'

export type WarningTextOptions = Content & {
  /** Read out instead of the sign; "Warning" unless told. */
  readonly iconFallbackText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A warning about something with consequences. */
export const govukWarningText = (options: WarningTextOptions): Html =>
  html`<div${attributes({ class: classes('govuk-warning-text', options.classes) })}${extra(options.attributes)}>
    <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">${options.iconFallbackText || 'Warning'}</span>
      ${contentOf(options)}
    </strong>
  </div>`
