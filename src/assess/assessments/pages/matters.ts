import { z } from 'zod'
import { page, show } from '#platform/web/page.ts'
import { periodFrom, periodQuery } from '#find/referrals/period.ts'
import { countMatters } from '../matters.sql.ts'
import { assessmentReaders } from '../who-assesses.ts'
import { mattersView } from './matters.view.ts'

/** What came of breaks, work, education, health and going on caring, counted over completed assessments. */
export const mattersPage = page({
  path: '/assessment-matters',
  door: 'workspace',
  may: assessmentReaders,
  query: z.object(periodQuery),
  get: ({ asActor, actor, query, clock }) =>
    asActor(async (tx) => {
      const today = clock.today()
      const read = periodFrom(query, today)
      const counts = read.ok ? await countMatters(tx, { actor, ...read.value }) : []
      const faults = read.ok ? [] : read.error
      const span = read.ok ? read.value : null
      return show({
        title: 'What came of assessments',
        main: mattersView({ span, today, faults, counts }),
      })
    }),
})
