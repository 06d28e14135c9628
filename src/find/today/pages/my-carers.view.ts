import { govukButton } from '#platform/govuk/button.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukSelect } from '#platform/govuk/select.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords, isoDate, londonDay, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { carerKindWords, kindWords } from '#people/persons/involvement.ts'
import { carersHref, carersQuery, quietDays, type CarersFilter } from '../carers-filter.ts'
import type { CarerListed } from '../carers.sql.ts'
import type { SavedFilter } from '../saved-filters.sql.ts'
import { savedFiltersView } from '../saved-filters.view.ts'
import { pageLinks } from '#people/persons/page-links.view.ts'
import { ageOf, nameWithKnownAs } from '#people/persons/person.ts'

export type MyCarersModel = {
  readonly carers: readonly CarerListed[]
  readonly total: number
  readonly page: number
  readonly perPage: number
  readonly today: IsoDate
  readonly filter: CarersFilter
  readonly saved: readonly SavedFilter[]
}

export function myCarersView(model: MyCarersModel): Html {
  const { filter, total, saved } = model
  const isFiltered = filter.kind !== undefined || filter.quiet !== undefined
  const count = total === 1 ? '1 carer' : `${total.toLocaleString('en-GB')} carers`
  const address = carersHref(filter)
  return html`<h1 class="govuk-heading-l">My carers</h1>
    ${savedFiltersView({ saved, address, suggested: suggested(filter) })}
    ${total === 0 && !isFiltered ? nothing : filterForm(filter)}
    ${
      total === 0
        ? html`<p class="govuk-body">
            ${isFiltered ? 'None of your carers is shown by this filter.' : 'You are nobody’s named worker yet.'}
          </p>`
        : html`<p class="govuk-body">
              ${isFiltered ? `${count} of those whose named worker you are.` : `You are the named worker of ${count}.`}
            </p>
            ${scrollable({ label: 'My carers', body: table(model) })}
            ${pageLinks({ ...model, address: carersQuery(filter) })}`
    }`
}

const quietWords = (days: number): string => `No contact for ${days} days`

function filterForm({ kind, quiet, by }: CarersFilter): Html {
  const select = (
    name: string,
    label: string,
    items: readonly (readonly [string, string])[],
    chosen: string,
  ) =>
    govukSelect({
      id: name,
      name,
      label: { text: label },
      items: items.map(([value, text]) => ({ value, text, selected: value === chosen })),
    })
  return html`<form class="app-inline-fields" method="get" action="/my-carers" novalidate>
    ${select('kind', 'Kind', [['', 'All kinds'], ...Object.entries(carerKindWords)], kind ?? '')}
    ${select(
      'quiet',
      'Last contact',
      [['', 'Any time'], ...quietDays.map((days) => [String(days), quietWords(days)] as const)],
      String(quiet ?? ''),
    )}
    ${select(
      'by',
      'Order',
      [
        ['', 'By name'],
        ['contact', 'Longest without contact'],
      ],
      by ?? '',
    )}
    ${govukButton({ text: 'Show', classes: 'govuk-button--secondary' })}
  </form>`
}

function suggested({ kind, quiet, by }: CarersFilter): string {
  const parts = [
    kind === undefined ? null : carerKindWords[kind],
    quiet === undefined ? null : quietWords(quiet),
    by === undefined ? null : 'longest without contact',
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'My carers' : parts.join(', ')
}

function table({ carers, today }: MyCarersModel): Html {
  return govukTable({
    firstCellIsHeader: true,
    head: ['Carer', 'Age', 'Kind', 'Where', 'Since', 'Last contact'].map((text) => ({ text })),
    rows: carers.map((carer) => [
      {
        html: html`<a class="govuk-link" href="/carers/${carer.id}">${nameWithKnownAs(carer)}</a>`,
      },
      { text: String(ageOf(carer, today) ?? 'not known') },
      { text: kindWords(carer.kind) },
      { text: [carer.town, carer.postcode].filter(Boolean).join(', ') },
      { text: inWords(isoDate(carer.since)) },
      {
        text: carer.lastContactAt === null ? 'none yet' : inWords(londonDay(carer.lastContactAt)),
      },
    ]),
  })
}
