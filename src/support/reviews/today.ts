import { isoDate } from '#platform/lib/dates.ts'
import type { NavigationEntry, TodaySource } from '#platform/room.ts'
import { workers } from '#platform/access/duties.ts'
import { fullName } from '#people/persons/person.ts'
import { planners } from '#support/plans/plan.ts'
import { countReviews, listReviews, type ReviewFilter } from '#support/diary/reviews.sql.ts'
import { reviewKinds } from '#support/diary/review.ts'

const mineNow: ReviewFilter = { whose: 'mine', due: 'now' }

/** The worker's own reviews that are due or overdue. */
export const reviewsDue: TodaySource = {
  kind: 'review',
  label: 'Reviews',
  may: planners,
  list: async (tx, { actor, today, limit }) => {
    const of = { actor, today, filter: mineNow }
    const reviews = await listReviews(tx, of, { offset: 0, limit })
    const items = reviews.map((review) => ({
      kind: 'review',
      dueOn: isoDate(review.dueOn),
      title: `${reviewKinds[review.kind]}: ${fullName(review)}`,
      href: `/reviews/${review.id}`,
    }))
    return { items, total: await countReviews(tx, of) }
  },
}

/** The list of reviews, with how many of one's own are due. */
export const reviewsEntry: NavigationEntry = {
  door: 'workspace',
  order: 50,
  text: 'Reviews',
  href: '/reviews',
  may: workers,
  count: (tx, actor, today) => countReviews(tx, { actor, today, filter: mineNow }),
}
