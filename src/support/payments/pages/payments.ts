import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { addDays, addMonths, isoDate } from '#platform/lib/dates.ts'
import { holds } from '#platform/access/actor.ts'
import { page, show } from '#platform/web/page.ts'
import { financialYear } from '../budget-year.rules.ts'
import { runPayers } from '../run.ts'
import { listPayments, sumPayments } from '../payments.sql.ts'
import { paymentsView } from './payments.view.ts'

const perPage = 50

const query = z.object({
  state: z.enum(['all', 'proposed', 'agreed', 'paid', 'cancelled']).catch('all'),
  basis: z.enum(['all', 'direct_payment', 'prevention_grant']).catch('all'),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** Payments of a financial year with their totals; every filter stands in the address. */
export const paymentsPage = page({
  path: '/payments',
  door: 'workspace',
  may: workers,
  query,
  get: ({ query: { page: number, year: asked, state, basis }, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const year = asked ?? financialYear(clock.today())
      const from = isoDate(`${year}-04-01`)
      const filter = { state, basis, from, to: addDays(addMonths(from, 12), -1) }
      const payments = await listPayments(tx, filter, {
        offset: (number - 1) * perPage,
        limit: perPage,
      })
      const totals = await sumPayments(tx, filter)
      return show(
        paymentsView({
          payments,
          totals,
          filter,
          year,
          page: number,
          perPage,
          paysOut: holds(actor, ...runPayers),
          thisYear: financialYear(clock.today()),
        }),
      )
    }),
})
