import { factList } from '#platform/govuk/own/fact-list.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import type { ClockSource } from '#platform/clock-source.ts'
import type {} from '#platform/clock-source.ts'
import type { RecordPanel, TimelineEntry, TimelineSource } from '#platform/room.ts'
import { reviewStanding } from '#support/diary/review-dates.rules.ts'
import { listReviewsOf } from '#support/diary/reviews.sql.ts'
import { type Review, reviewKinds, reviewOutcomes } from '#support/diary/review.ts'

/** The reviews of the carer's plan that are still to come. */
export const reviewPanel: RecordPanel = {
  id: 'reviews',
  side: 'facts',
  order: 70,
  show: async (tx, { personId, today }) => {
    const open = (await listReviewsOf(tx, personId)).filter(({ doneOn }) => doneOn === null)
    if (open.length === 0) return null
    const facts = open.toReversed().map((review) => ({
      name: reviewKinds[review.kind],
      value: html`<a class="govuk-link" href="/reviews/${review.id}"
        >${reviewStanding(review, today).words}</a
      >`,
    }))
    return { title: 'Next review', body: factList({ facts }) }
  },
}

/** Each review on the day on which it was held, and each that was asked for. */
export const reviewTimeline: TimelineSource = {
  kind: 'review',
  label: 'Reviews',
  list: async (tx, { personId }) => (await listReviewsOf(tx, personId)).flatMap(entriesOf),
}

function entriesOf(review: Review): readonly TimelineEntry[] {
  const about = { kind: 'review', href: `/reviews/${review.id}` }
  const name = reviewKinds[review.kind]
  const held =
    review.doneOn === null || review.outcome === null
      ? []
      : [
          {
            ...about,
            on: isoDate(review.doneOn),
            title: `${name} held`,
            text: reviewOutcomes[review.outcome],
          },
        ]
  const asked =
    review.askedOn === null
      ? []
      : [
          {
            ...about,
            on: isoDate(review.askedOn),
            title: 'Review of the plan asked for',
            text: review.askedWords ?? '',
          },
        ]
  return [...held, ...asked]
}

/** The plan was reviewed, and the reviews that are to come, each by its own day. */
export const reviewClock: ClockSource = {
  step: 'reviewed',
  list: async (tx, { personId }) =>
    (await listReviewsOf(tx, personId)).flatMap(({ doneOn }) =>
      doneOn === null ? [] : [{ on: isoDate(doneOn) }],
    ),
  running: async (tx, { personId }) =>
    (await listReviewsOf(tx, personId)).flatMap(({ doneOn, askedOn, dueFrom, dueOn }) =>
      doneOn === null ? [{ sinceOn: askedOn ?? dueFrom ?? dueOn, promisedOn: dueOn }] : [],
    ),
}
