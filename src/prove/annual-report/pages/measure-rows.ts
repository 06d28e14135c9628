import { z } from 'zod'
import { holds } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Measure, Period } from '#platform/room.ts'
import { page, type Page, show } from '#platform/web/page.ts'
import { inAddress } from '../../measures/reporting-year.rules.ts'
import { hasRows } from '../annual-report.ts'
import { readers, yearParams } from './annual-report.ts'
import { measureRowsView, pageSize } from './measure-rows.view.ts'

const query = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) })

/** The rows behind one figure: as many of them as the reader's own duty opens. */
export function measureRowsPage(measures: readonly Measure[]): Page {
  return page({
    path: '/reports/annual/:year/measures/:measure',
    door: 'workspace',
    may: readers,
    params: yearParams.extend({ measure: z.string() }),
    query,
    get: async ({ params, query: asked, asActor, asSystem, actor }) => {
      const { year } = params
      const measure = measures.find(({ id }) => id === params.measure)
      if (measure === undefined) throw new NotFound('measure')
      const of = { authorityId: actor.authorityId, ...year }
      const figure = await asSystem('annual report', async (tx) => {
        if (!(await hasRows(tx, actor.authorityId, year))) throw new NotFound('year')
        return measure.figure(tx, of)
      })
      const opened = await asActor((tx) => open(tx, measure, of, asked.page))
      const address = `/reports/annual/${inAddress(year)}`
      return show({
        title: `${measure.title}, ${year.label}`,
        before: govukBackLink({ text: `Annual report ${year.label}`, href: address }),
        main: measureRowsView({
          measure,
          year,
          figure,
          ...opened,
          works: holds(actor, ...workers),
          address: `${address}/measures/${measure.id}`,
        }),
        wide: true,
        current: '/reports',
      })
    },
  })
}

/** One page of the rows; past the last page, the last. */
async function open(tx: Tx, measure: Measure, of: Period, asked: number) {
  const at = (number: number) => ({ offset: (number - 1) * pageSize, limit: pageSize })
  const opened = await measure.rows(tx, of, at(asked))
  const last = Math.max(1, Math.ceil(opened.total / pageSize))
  if (asked <= last) return { opened, number: asked, last }
  return { opened: await measure.rows(tx, of, at(last)), number: last, last }
}
