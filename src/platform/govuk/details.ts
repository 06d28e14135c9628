import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Content } from './internal/content.ts'

export type DetailsOptions = Content & {
  readonly summaryText?: string | undefined
  readonly summaryHtml?: Html | undefined
  readonly id?: string | undefined
  readonly open?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** More about something, for those who want it. */
export const govukDetails = (options: DetailsOptions): Html =>
  html`<details${attributes({
    id: options.id || undefined,
    class: classes('govuk-details', options.classes),
    open: options.open,
  })}${extra(options.attributes)}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${contentOf({ text: options.summaryText, html: options.summaryHtml })}</span>
    </summary>
    <div class="govuk-details__text">${contentOf(options)}</div>
  </details>`
