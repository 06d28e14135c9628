import { govukTable } from '#platform/govuk/table.ts'
import { inWords, isoDate, londonDay, type IsoDate } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { kindWords } from '#people/persons/involvement.ts'
import type { CarerListed } from '../carers.sql.ts'
import { pageLinks } from '#people/persons/page-links.view.ts'
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
            ${pageLinks(model)}`
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
