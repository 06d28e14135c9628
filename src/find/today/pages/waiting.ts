import { z } from 'zod'
import type { Gathered } from '#platform/room.ts'
import { page, show, type Page } from '#platform/web/page.ts'
import { getEveryReckoning } from '../../referral-clock/targets.sql.ts'
import { listWaiting, tallyWaiting } from '../waiting.sql.ts'
import { withClock } from '../waiting-clock.rules.ts'
import { waitingFilter } from '../waiting-filter.ts'
import { listSavedFilters } from '../saved-filters.sql.ts'
import { waitingView } from './waiting.view.ts'

const perPage = 50

const query = waitingFilter.extend({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** Who waits, since when, for what and with whom: what every room hands over, the oldest first. */
export function waitingPage({ waiting: sources }: Gathered): Page {
  return page({
    path: '/waiting',
    door: 'workspace',
    may: ['manager'],
    query,
    get: ({ query: { page: number, ...filter }, actor, clock, asActor }) =>
      asActor(async (tx) => {
        const today = clock.today()
        const reckoning = await getEveryReckoning(tx)
        const of = { sources, among: sources, reckoning, actor, today }
        const offset = (number - 1) * perPage
        const [rows, tallies, saved] = await Promise.all([
          listWaiting(tx, { ...of, filter, offset, limit: perPage }),
          tallyWaiting(tx, of),
          listSavedFilters(tx, actor),
        ])
        return show({
          title: 'Who waits',
          current: '/waiting',
          wide: true,
          main: waitingView({
            sources,
            rows: rows.map((row) => withClock(row, today, reckoning)),
            tallies,
            filter,
            today,
            saved,
            page: number,
            perPage,
          }),
        })
      }),
  })
}
