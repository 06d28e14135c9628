import { govukButton } from '#platform/govuk/button.ts'
import { govukPagination } from '#platform/govuk/pagination.ts'
import { govukSelect } from '#platform/govuk/select.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { pounds } from '#platform/lib/money.ts'
import type { PageView } from '#platform/web/page.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { pageLinks } from '../../page-links.ts'
import { paymentBases, paymentStates } from '../payment.ts'
import type { ListedPayment, PaymentFilter, PaymentTotal } from '../payments.sql.ts'

export type PaymentsModel = {
  readonly payments: readonly ListedPayment[]
  readonly totals: readonly PaymentTotal[]
  readonly filter: PaymentFilter
  readonly year: number
  readonly thisYear: number
  readonly page: number
  readonly perPage: number
  /** Whether who looks may let money go. */
  readonly paysOut: boolean
}

export function paymentsView(model: PaymentsModel): PageView {
  const { payments, totals } = model
  const count = totals.reduce((sum, total) => sum + total.payments, 0)
  return {
    title: 'Payments',
    current: '/payments',
    wide: true,
    main: html`<h1 class="govuk-heading-l">Payments, ${yearWords(model.year)}</h1>
      ${model.paysOut ? moneyLinks : nothing} ${filters(model)}
      <p class="govuk-body">
        <strong>${count.toLocaleString('en-GB')}</strong> ${count === 1 ? 'payment' : 'payments'}
      </p>
      ${totals.length === 0 ? nothing : totalsTable(totals)}
      ${payments.length === 0 ? nothing : paymentsTable(payments)} ${pages(model, count)}`,
  }
}

const moneyLinks = html`<p class="govuk-body">
  <a class="govuk-link" href="/payments/runs">Payment runs</a> |
  <a class="govuk-link" href="/payments/came-back">Payments that came back</a> |
  <a class="govuk-link" href="/payments/budget">Payments against the budget</a>
</p>`

const yearWords = (year: number): string => `April ${year} to March ${year + 1}`

function filters({ filter, year, thisYear }: PaymentsModel): Html {
  const years = Array.from({ length: 6 }, (_, back) => thisYear + 1 - back)
  const shown = years.includes(year) ? years : [...years, year]
  const entries = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, text]) => ({ value, text }))
  return html`<form method="get" action="/payments">
    <div class="app-field-row">
      ${govukSelect({ name: 'year', label: { text: 'Year' }, value: year, items: shown.map((one) => ({ value: one, text: yearWords(one) })) })}
      ${govukSelect({ name: 'state', label: { text: 'How it stands' }, value: filter.state, items: [{ value: 'all', text: 'All' }, ...entries(paymentStates)] })}
      ${govukSelect({ name: 'basis', label: { text: 'What it is' }, value: filter.basis, items: [{ value: 'all', text: 'All' }, ...entries(paymentBases)] })}
    </div>
    ${govukButton({ text: 'Show', classes: 'govuk-button--secondary' })}
  </form>`
}

/** Direct payments and grants stand apart: only the first count as direct support. */
function totalsTable(totals: readonly PaymentTotal[]): Html {
  const number = { format: 'numeric' } as const
  return html`<div class="app-scroll" role="region" tabindex="0" aria-label="Totals">
    ${govukTable({
      caption: 'Totals',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'What it is' },
        { text: 'How it stands' },
        { text: 'Payments', ...number },
        { text: 'Carers', ...number },
        { text: 'Sum', ...number },
      ],
      rows: totals.map(({ basis, state, payments, carers, pence }) => [
        { text: paymentBases[basis] },
        { text: paymentStates[state] },
        { text: payments.toLocaleString('en-GB'), ...number },
        { text: carers.toLocaleString('en-GB'), ...number },
        { text: pounds(pence), ...number },
      ]),
    })}
  </div>`
}

function paymentsTable(payments: readonly ListedPayment[]): Html {
  return html`<div class="app-scroll" role="region" tabindex="0" aria-label="Payments">
    ${govukTable({
      caption: 'Payments, the latest first',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'Day' },
        { text: 'Carer' },
        { text: 'For' },
        { text: 'What it is' },
        { text: 'How it stands' },
        { text: 'Amount', format: 'numeric' },
      ],
      rows: payments.map((payment) => [
        { text: inWords(isoDate(payment.on)) },
        {
          html: html`<a class="govuk-link" href="/carers/${payment.personId}"
            >${nameWithKnownAs(payment)}</a
          >`,
        },
        { html: html`<a class="govuk-link" href="/payments/${payment.id}">${payment.purpose}</a>` },
        { text: paymentBases[payment.basis] },
        { text: paymentStates[payment.state] },
        { text: pounds(payment.amountPence), format: 'numeric' },
      ]),
    })}
  </div>`
}

function pages(
  { page, perPage, year, filter: { state, basis } }: PaymentsModel,
  total: number,
): Html {
  if (total <= perPage) return nothing
  const address = (number: number) =>
    `/payments?year=${year}&state=${state}&basis=${basis}&page=${number}`
  return govukPagination(pageLinks({ total, page, perPage, address }))
}
