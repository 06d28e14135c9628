// Local practice: a financial year runs from 1 April to 31 March. What is forecast is what went out and
// what agreed payments will still send out by the year's end; what is only put forward is not in it.
import { addDays, addMonths, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import type { Pence } from '#platform/lib/money.ts'
import { type Candidate, owedBy } from './instalments.rules.ts'
import type { PaymentBasis } from './payment.ts'

export type BudgetRow = {
  readonly paymentId: string
  readonly name: string
  readonly on: IsoDate
  readonly basis: PaymentBasis
  readonly amountPence: Pence
  readonly figure: 'paid' | 'committed'
}

export const budgetFigures = ['paid', 'committed', 'forecast'] as const
export type BudgetFigure = (typeof budgetFigures)[number]

/** The year in which the financial year of a day begins: 2017 for 31 March 2018. */
export function financialYear(day: IsoDate): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5) < '04-01' ? year - 1 : year
}

/** The first and last day of a financial year. */
export function yearDays(year: number): { readonly from: IsoDate; readonly to: IsoDate } {
  const from = isoDate(`${year}-04-01`)
  return { from, to: addDays(addMonths(from, 12), -1) }
}

/** What an agreed payment will still send out by the end of a year; what is overdue counts to the year that has `today`. */
export function stillToCome(
  payment: Candidate & { readonly name: string },
  year: number,
  today: IsoDate,
): readonly BudgetRow[] {
  const { from, to } = yearDays(year)
  const { basis, amountPence, name, id: paymentId } = payment
  return owedBy(payment, to)
    .map(({ dueOn }) => (dueOn < today ? today : dueOn))
    .filter((on) => on >= from && on <= to)
    .map((on) => ({ paymentId, name, on, basis, amountPence, figure: 'committed' }))
}

/** The rows that a figure is made of. */
export function rowsOfFigure(
  rows: readonly BudgetRow[],
  figure: BudgetFigure,
): readonly BudgetRow[] {
  return figure === 'forecast' ? rows : rows.filter((row) => row.figure === figure)
}

/** What a figure comes to: always the sum of its rows. */
export function sumOfFigure(rows: readonly BudgetRow[], figure: BudgetFigure): Pence {
  return rowsOfFigure(rows, figure).reduce((sum, { amountPence }) => sum + amountPence, 0)
}
