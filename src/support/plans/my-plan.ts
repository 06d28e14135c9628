import { formatLinks } from '#platform/documents/formats.ts'
import { html } from '#platform/lib/html.ts'
import { dayInWords, inWords, isoDate } from '#platform/lib/dates.ts'
import type { CarerPanel } from '#platform/room.ts'
import { listOpenReviews } from '#support/diary/reviews.sql.ts'
import { getPlanPeople } from '#support/plan-people.sql.ts'
import { listPlansOf } from './plans.sql.ts'

/** The carer's own plan: when it was agreed, when it is looked at again, and copies to keep. */
export const myPlanPanel: CarerPanel = {
  id: 'plan',
  order: 40,
  show: async (tx, { personId }) => {
    const plan = (await listPlansOf(tx, personId)).find(({ state }) => state === 'agreed')
    if (plan === undefined) return null
    const people = await getPlanPeople(tx, plan)
    const [review] = await listOpenReviews(tx, plan.id)
    const agreed = inWords(isoDate(plan.agreedOn ?? plan.startedOn))
    return {
      title: 'Your support plan',
      body: html`<p class="govuk-body">
          We agreed it with you on ${agreed}.
          ${review === undefined ? '' : `${people.worker ?? 'We'} will talk with you about it by ${dayInWords(isoDate(review.dueOn))}.`}
        </p>
        <ul class="govuk-list">
          <li><a class="govuk-link" href="/my/plan">Read your plan</a></li>
          <li>Keep a copy: ${formatLinks(`/my/plan/${plan.id}/copy`)}</li>
          <li><a class="govuk-link" href="/my/plan/look-again">Ask us to look at it again</a></li>
        </ul>`,
    }
  },
}
