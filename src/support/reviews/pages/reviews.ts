import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { page, show } from '#platform/web/page.ts'
import { countReviews, listReviews } from '#support/diary/reviews.sql.ts'
import { reviewsView } from './reviews.view.ts'

const perPage = 50

const query = z.object({
  whose: z.enum(['mine', 'team']).catch('mine'),
  due: z.enum(['now', 'overdue', 'all']).catch('now'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** Reviews that wait, the most overdue first; whose and how urgent stands in the address. */
export const reviewsPage = page({
  path: '/reviews',
  door: 'workspace',
  may: workers,
  query,
  get: ({ query: { page: number, ...filter }, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const today = clock.today()
      const of = { actor, today, filter }
      const reviews = await listReviews(tx, of, { offset: (number - 1) * perPage, limit: perPage })
      const total = await countReviews(tx, of)
      return show(reviewsView({ reviews, total, today, filter, page: number, perPage }))
    }),
})
