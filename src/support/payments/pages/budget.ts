import { z } from 'zod'
import { type Actor, holds } from '#platform/access/actor.ts'
import { BadRequest } from '#platform/lib/errors.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { amountTyped } from '#support/money-fields.ts'
import { money } from '#platform/web/fields.ts'
import { form, type FormState, freshForm } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context } from '#platform/web/page.ts'
import { listBudgetLines, listBudgetRows, setBudgetLine } from '../budget.sql.ts'
import { budgetFigures, financialYear, rowsOfFigure } from '../budget-year.rules.ts'
import { runPayers } from '../run.ts'
import { budgetRowsView, budgetView, rowsPerPage } from './budget.view.ts'

const asked = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
})
const most = { max: 10_000_000_00, words: 'Enter an amount of £10,000,000 or less' }
const budgetForm = form({
  direct_payment: money('Enter what there is for direct payments', most),
  prevention_grant: money('Enter what there is for prevention grants', most),
})

/** A year's money against its budget: what there is, what is committed, paid and forecast. */
export const budgetPage = page({
  path: '/payments/budget',
  door: 'workspace',
  may: runPayers,
  query: asked,
  get: async (context) => show(await viewOf(context)),
  post: async (context) => {
    const { body, actor, asActor, query, clock } = context
    const read = budgetForm.read(body)
    if (!read.ok) return showAgain(await viewOf(context, read.error))
    const organisationId = ownOrganisation(actor)
    if (organisationId === null) throw new BadRequest('a budget of no organisation')
    const year = yearOf(query.year, clock.today())
    await asActor(async (tx) => {
      for (const basis of ['direct_payment', 'prevention_grant'] as const) {
        const amountPence = read.value[basis]
        await setBudgetLine(tx, actor, { id: newId(), organisationId, year, basis, amountPence })
      }
    })
    return see(`/payments/budget?year=${year}`)
  },
})

type Asked = z.output<typeof asked>

const viewOf = ({ query, actor, clock, asActor }: Context<unknown, Asked>, state?: FormState) =>
  asActor(async (tx) => {
    const today = clock.today()
    const year = yearOf(query.year, today)
    const organisationId = seen(actor)
    const rows = await listBudgetRows(tx, { organisationId, year, today })
    const lines = await listBudgetLines(tx, { organisationId, year })
    const typed = Object.fromEntries(
      lines.map(({ basis, amountPence }) => [basis, amountTyped(amountPence)]),
    )
    const thisYear = financialYear(today)
    return budgetView({ rows, lines, year, thisYear, state: state ?? freshForm(typed) })
  })

const rowsAsked = asked.extend({
  basis: z.enum(['direct_payment', 'prevention_grant']).catch('direct_payment'),
  figure: z.enum(budgetFigures).catch('forecast'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** The payments that a figure of the budget is made of. */
export const budgetRowsPage = page({
  path: '/payments/budget/rows',
  door: 'workspace',
  may: runPayers,
  query: rowsAsked,
  get: ({ query: { basis, figure, page: number, year: given }, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const today = clock.today()
      const year = yearOf(given, today)
      const all = await listBudgetRows(tx, { organisationId: seen(actor), year, today })
      const rows = rowsOfFigure(
        all.filter((row) => row.basis === basis),
        figure,
      )
      const shown = rows.slice((number - 1) * rowsPerPage, number * rowsPerPage)
      return show(budgetRowsView({ rows, shown, basis, figure, year, page: number }))
    }),
})

const yearOf = (given: number | undefined, today: IsoDate): number => given ?? financialYear(today)

const ownOrganisation = (actor: Actor): number | null =>
  actor.organisationIds.find((id) => id > 0) ?? null

/** A council practitioner sees the whole authority's money, a manager that of their organisation. */
const seen = (actor: Actor): number | null =>
  holds(actor, 'council_practitioner') ? null : ownOrganisation(actor)
