import { attributes, classes, html, isBlank, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Content } from './internal/content.ts'
import { heading, type HeadingLevel } from './internal/heading.ts'

export type FeedbackOptions = Content & {
  readonly titleText?: string | undefined
  readonly titleHtml?: Html | undefined
  readonly headingLevel?: HeadingLevel | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Where to say what one thinks of the service, at the foot of a page. */
export const govukFeedback = (options: FeedbackOptions): Html =>
  html`<div${attributes({ class: classes('govuk-feedback govuk-width-container', options.classes) })}${extra(options.attributes)}>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${heading(options.headingLevel || 2, { class: 'govuk-feedback__title' }, contentOf({ text: options.titleText, html: options.titleHtml }))}
        ${body(options)}
      </div>
    </div>
  </div>`

function body(of: Content): Html {
  const inside = isBlank(of.html) ? html`<p class="govuk-body">${of.text}</p>` : of.html
  return isBlank(of.html) && isBlank(of.text)
    ? nothing
    : html`<div class="govuk-feedback__body">${inside}</div>`
}
