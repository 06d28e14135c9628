import { z } from 'zod'
import { page, show } from '#platform/web/page.ts'
import { periodFrom, periodQuery } from '#find/referrals/period.ts'
import { countEnded, listEnded, type Offer } from '../offers.sql.ts'
import { offerStateNames } from '../offer-words.ts'
import { assessmentReaders } from '../who-assesses.ts'
import { offersView } from './offers.view.ts'

const perPage = 25
const states = Object.keys(offerStateNames) as [Offer['state'], ...Offer['state'][]]

/** What was offered, declined, refused, withdrawn and not offered in a period: counted, and one by one. */
export const offersPage = page({
  path: '/assessment-offers',
  door: 'workspace',
  may: assessmentReaders,
  query: z.object({
    ...periodQuery,
    state: z.enum(states).nullable().catch(null),
    page: z.coerce.number().int().min(1).max(10_000).catch(1),
  }),
  get: ({ asActor, actor, query, clock }) =>
    asActor(async (tx) => {
      const read = periodFrom(query, clock.today())
      const faults = read.ok ? [] : read.error
      const fallback = periodFrom({}, clock.today())
      if (!fallback.ok) throw new Error('the financial year is no period')
      const span = read.ok ? read.value : fallback.value
      const of = { actor, ...span, state: query.state }
      return show({
        title: 'Assessments offered, declined and not offered',
        main: offersView({
          span,
          today: clock.today(),
          faults,
          state: query.state,
          page: query.page,
          perPage,
          counts: await countEnded(tx, of),
          ended: await listEnded(tx, { ...of, offset: (query.page - 1) * perPage, limit: perPage }),
        }),
      })
    }),
})
