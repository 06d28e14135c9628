import { govukPagination } from '#platform/govuk/pagination.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords, isoDate, londonDay, type IsoDate } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { kindWords } from '#people/persons/involvement.ts'
import type { CarerListed } from '../carers.sql.ts'
import { ageOf, nameWithKnownAs } from '#people/persons/person.ts'

export type MyCarersModel = {
  readonly carers: readonly CarerListed[]
  readonly total: number
  readonly page: number
  readonly perPage: number
  readonly today: IsoDate
}

export function myCarersView(model: MyCarersModel): Html {
  const count = model.total === 1 ? '1 carer' : `${model.total.toLocaleString('en-GB')} carers`
  return html`<h1 class="govuk-heading-l">My carers</h1>
    ${
      model.total === 0
        ? html`<p class="govuk-body">You are nobody’s named worker yet.</p>`
        : html`<p class="govuk-body">You are the named worker of ${count}.</p>
            <div class="app-scroll" tabindex="0" role="region" aria-label="My carers">
              ${table(model)}
            </div>
            ${pages(model)}`
    }`
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

function pages({ page, perPage, total }: MyCarersModel): Html {
  const last = Math.ceil(total / perPage)
  if (last < 2) return html``
  const numbers = [...new Set([1, page - 1, page, page + 1, last])].filter(
    (n) => n > 0 && n <= last,
  )
  return govukPagination({
    ...(page > 1 ? { previous: { href: `?page=${page - 1}` } } : {}),
    ...(page < last ? { next: { href: `?page=${page + 1}` } } : {}),
    items: numbers.map((number) => ({
      number,
      href: `?page=${number}`,
      current: number === page,
    })),
  })
}
