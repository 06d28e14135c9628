import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukPagination } from '#platform/govuk/pagination.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { pounds } from '#platform/lib/money.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { lineField } from '#people/persons/fields.view.ts'
import { pageLinks } from '../../page-links.ts'
import type { BudgetLine } from '../budget.sql.ts'
import { type BudgetFigure, type BudgetRow, sumOfFigure } from '../budget-year.rules.ts'
import { type PaymentBasis, paymentBases } from '../payment.ts'

export const rowsPerPage = 50
const yearWords = (year: number): string => `April ${year} to March ${year + 1}`
const number = { format: 'numeric' } as const
const bases = Object.keys(paymentBases) as PaymentBasis[]

type Model = {
  readonly rows: readonly BudgetRow[]
  readonly lines: readonly BudgetLine[]
  readonly year: number
  readonly thisYear: number
  readonly state: FormState
}

export function budgetView(model: Model): PageView {
  const { year, state } = model
  return {
    title: 'Payments against the budget',
    current: '/payments',
    wide: true,
    before: govukBackLink({ href: '/payments', text: 'All payments' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">Payments against the budget, ${yearWords(year)}</h1>
      <p class="govuk-body">
        <a class="govuk-link" href="/payments/budget?year=${year - 1}">The year before</a>
        ${year > model.thisYear ? nothing : html` | <a class="govuk-link" href="/payments/budget?year=${year + 1}">The year after</a>`}
      </p>
      ${figures(model)}
      <p class="govuk-body">
        Committed is what agreed payments will still send out by 31 March ${year + 1}. Forecast is
        paid and committed together. What is only put forward is not counted.
      </p>
      ${govukDetails({
        summaryText: 'Set the budget',
        open: state.faults.length > 0,
        html: formTag({
          action: `/payments/budget?year=${year}`,
          body: html`${bases.map((basis) =>
            lineField(state, {
              name: basis,
              label: `${paymentBases[basis]}s, ${yearWords(year)}`,
              hint: 'In pounds',
              width: 'govuk-input--width-10',
            }),
          )}
          ${govukButton({ text: 'Set the budget' })}`,
        }),
      })}`,
  }
}

function figures({ rows, lines, year }: Model): Html {
  return html`<div class="app-scroll" role="region" tabindex="0" aria-label="Budget">
    ${govukTable({
      head: [
        { text: 'What it is' },
        { text: 'Budget', ...number },
        { text: 'Paid', ...number },
        { text: 'Committed', ...number },
        { text: 'Forecast to 31 March', ...number },
        { text: 'Left', ...number },
      ],
      firstCellIsHeader: true,
      rows: bases.map((basis) => {
        const own = rows.filter((row) => row.basis === basis)
        const budget = lines.find((line) => line.basis === basis)?.amountPence
        const opens = (figure: BudgetFigure) => ({
          html: html`<a
            class="govuk-link"
            href="/payments/budget/rows?year=${year}&basis=${basis}&figure=${figure}"
            >${pounds(sumOfFigure(own, figure))}<span class="govuk-visually-hidden"
              >, ${figure}</span
            ></a
          >`,
          ...number,
        })
        return [
          { text: paymentBases[basis] },
          { text: budget === undefined ? 'Not set' : pounds(budget), ...number },
          opens('paid'),
          opens('committed'),
          opens('forecast'),
          { text: left(budget, sumOfFigure(own, 'forecast')), ...number },
        ]
      }),
    })}
  </div>`
}

function left(budget: number | undefined, forecast: number): string {
  if (budget === undefined) return ''
  return budget < forecast ? `${pounds(forecast - budget)} over` : pounds(budget - forecast)
}

const figureWords: Record<BudgetFigure, string> = {
  paid: 'Paid',
  committed: 'Committed',
  forecast: 'Forecast',
}

export function budgetRowsView(model: {
  readonly rows: readonly BudgetRow[]
  readonly shown: readonly BudgetRow[]
  readonly basis: PaymentBasis
  readonly figure: BudgetFigure
  readonly year: number
  readonly page: number
}): PageView {
  const { rows, shown, basis, figure, year } = model
  const title = `${figureWords[figure]}: ${paymentBases[basis].toLowerCase()}s, ${yearWords(year)}`
  return {
    title,
    current: '/payments',
    wide: true,
    before: govukBackLink({ href: `/payments/budget?year=${year}`, text: 'The budget' }),
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">
        <strong>${pounds(sumOfFigure(rows, 'forecast'))}</strong> in
        ${rows.length.toLocaleString('en-GB')} ${rows.length === 1 ? 'payment' : 'payments'}
      </p>
      ${
        shown.length === 0
          ? nothing
          : govukTable({
              head: [
                { text: 'Day' },
                { text: 'Carer' },
                { text: 'How it stands' },
                { text: 'Amount', ...number },
              ],
              rows: shown.map((row) => [
                { text: inWords(row.on) },
                {
                  html: html`<a class="govuk-link" href="/payments/${row.paymentId}"
                    >${row.name || 'A carer whose record is closed to you'}</a
                  >`,
                },
                { text: figureWords[row.figure] },
                { text: pounds(row.amountPence), ...number },
              ]),
            })
      }
      ${
        rows.length <= rowsPerPage
          ? nothing
          : govukPagination(
              pageLinks({
                total: rows.length,
                page: model.page,
                perPage: rowsPerPage,
                address: (page) =>
                  `/payments/budget/rows?year=${year}&basis=${basis}&figure=${figure}&page=${page}`,
              }),
            )
      }`,
  }
}
