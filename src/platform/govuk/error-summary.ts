import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, hasContent, type Content } from './internal/content.ts'

export type ErrorSummaryItem = Content & {
  /** `#` and the id of the field to put right. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type ErrorSummaryOptions = {
  readonly titleText?: string | undefined
  readonly titleHtml?: Html | undefined
  readonly descriptionText?: string | undefined
  readonly descriptionHtml?: Html | undefined
  readonly errorList?: readonly ErrorSummaryItem[] | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** What has to be put right on this page, at its top; the script moves the focus to it. */
export function govukErrorSummary(options: ErrorSummaryOptions): Html {
  const about = { text: options.descriptionText, html: options.descriptionHtml }
  const own = attributes({
    class: classes('govuk-error-summary', options.classes),
    'data-disable-auto-focus': options.disableAutoFocus?.toString(),
  })
  return html`<div${own}${extra(options.attributes)} data-module="govuk-error-summary">
    <div role="alert">
      <h2 class="govuk-error-summary__title">${contentOf({ text: options.titleText, html: options.titleHtml })}</h2>
      <div class="govuk-error-summary__body">
        ${hasContent(about) ? html`<p>${contentOf(about)}</p>` : nothing} ${errorList(options.errorList ?? [])}
      </div>
    </div>
  </div>`
}

function errorList(items: readonly ErrorSummaryItem[]): Html {
  if (items.length === 0) return nothing
  return html`<ul class="govuk-list govuk-error-summary__list">
    ${items.map((item) => html`<li>${errorLink(item)}</li>`)}
  </ul>`
}

const errorLink = (item: ErrorSummaryItem): Html =>
  item.href
    ? html`<a${attributes({ href: item.href })}${extra(item.attributes)}>${contentOf(item)}</a>`
    : html`${contentOf(item)}`
