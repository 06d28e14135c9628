import { formatLinks } from '#platform/documents/formats.ts'
import { dayInWords, inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing } from '#platform/lib/html.ts'
import type { CarerPanel } from '#platform/room.ts'
import { listReviewsOf } from '#support/diary/reviews.sql.ts'
import { findBeforeReview } from './answer-before.ts'

/** The carer's reviews: what to answer before the next, and what was said at those before. */
export const ownReviewsPanel: CarerPanel = {
  id: 'reviews',
  order: 41,
  show: async (tx, { personId }) => {
    const before = await findBeforeReview(tx, personId)
    const held = (await listReviewsOf(tx, personId)).filter(({ doneOn }) => doneOn !== null)
    if (before === null && held.length === 0) return null
    return {
      title: 'Your reviews',
      body: html`${
        before === null
          ? nothing
          : html`<p class="govuk-body">
              We talk with you about your plan by ${dayInWords(isoDate(before.review.dueOn))}.
              <a class="govuk-link" href="/my/plan/before-review"
                >Answer our questions before we talk</a
              >
            </p>`
      }
      ${
        held.length === 0
          ? nothing
          : html`<ul class="govuk-list">
              ${held.map(({ id, doneOn, dueOn }) => html`<li>What we said on ${inWords(isoDate(doneOn ?? dueOn))}: ${formatLinks(`/my/reviews/${id}/copy`)}</li>`)}
            </ul>`
      }`,
    }
  },
}
