import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, present, type Content, type Sometimes } from './internal/content.ts'
import {
  actionLink,
  summaryCard,
  type SummaryAction,
  type SummaryCard,
} from './internal/summary-card.ts'

export type SummaryRow = {
  readonly key: Content & { readonly classes?: string | undefined }
  readonly value: Content & { readonly classes?: string | undefined }
  readonly classes?: string | undefined
  readonly actions?:
    | {
        readonly items?: readonly SummaryAction[] | undefined
        readonly classes?: string | undefined
      }
    | undefined
}

export type SummaryListOptions = {
  readonly rows: readonly Sometimes<SummaryRow>[]
  /** Puts the list into a card with a title. */
  readonly card?: SummaryCard | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Facts, each with its name, and a way to change it. */
export function govukSummaryList(options: SummaryListOptions): Html {
  const rows = present(options.rows).map(({ item }) => item)
  const anyActions = rows.some((row) => row.actions?.items?.length)
  const own = attributes({ class: classes('govuk-summary-list', options.classes) })
  const list = html`<dl${own}${extra(options.attributes)}>
    ${rows.map((row) => summaryRow(row, anyActions, options.card?.title))}
  </dl>`
  return options.card ? summaryCard(options.card, list) : list
}

function summaryRow(row: SummaryRow, anyActions: boolean, cardTitle: Content | undefined): Html {
  const own = classes(
    'govuk-summary-list__row',
    anyActions && !row.actions?.items && 'govuk-summary-list__row--no-actions',
    row.classes,
  )
  return html`<div class="${own}">
    <dt class="${classes('govuk-summary-list__key', row.key.classes)}">${contentOf(row.key)}</dt>
    <dd class="${classes('govuk-summary-list__value', row.value.classes)}">
      ${contentOf(row.value)}
    </dd>
    ${rowActions(row, cardTitle)}
  </div>`
}

function rowActions(row: SummaryRow, cardTitle: Content | undefined): Html {
  const links = (row.actions?.items ?? []).map((action) => actionLink(action, cardTitle))
  if (links.length === 0) return nothing
  const inside =
    links.length === 1
      ? links
      : html`<ul class="govuk-summary-list__actions-list">
          ${links.map((link) => html`<li class="govuk-summary-list__actions-list-item">${link}</li>`)}
        </ul>`
  return html`<dd class="${classes('govuk-summary-list__actions', row.actions?.classes)}">
    ${inside}
  </dd>`
}
