import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { html } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { freshForm, type FormState, typedIn, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { fullName } from '#people/persons/person.ts'
import { planners } from '#support/plans/plan.ts'
import { lockPlan } from '#support/plans/plans.sql.ts'
import {
  sendFields,
  sendForm,
  sendNotices,
  usualSending,
  whyNotSent,
} from '#support/plans/send-form.view.ts'
import type { ReviewOf } from '../review-of.ts'
import { printedReview, sendReview } from '../send-review.ts'

/** Sends the written review to its carer, as they read; the same form sent twice sends it once. */
export const sendReviewPage = page({
  path: '/reviews/:id/send',
  door: 'workspace',
  may: planners,
  params: z.object({ id: idParam }),
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const { of } = await printedReview(tx, params.id)
      await noteRead(tx, actor, of.person.id, 'review of the support plan')
      return show(viewOf(of, freshForm(usualSending(of.person))))
    }),
  post: ({ params, body, clock, config, asActor }) =>
    asActor(async (tx) => {
      // Two who send at once wait for each other, and the second finds that it went.
      await lockPlan(tx, (await printedReview(tx, params.id)).of.review.planId)
      const printed = await printedReview(tx, params.id)
      const { of } = printed
      const back = see(`/reviews/${params.id}`)
      if (body['sentBefore'] !== (of.review.sentAt ?? '')) return back
      const read = sendForm(of.person, 'Select how to send the review').read(body)
      if (!read.ok) return showAgain(viewOf(of, read.error))
      const why = await whyNotSent(tx, of.person, read.value)
      if (why !== null) return showAgain(viewOf(of, withFault(body, 'way', why)))
      await sendReview(tx, printed, { ...read.value, at: clock.now(), url: config.url })
      return back
    }),
})

function viewOf({ review, person }: ReviewOf, state: FormState): PageView {
  const title = 'Send the review to the carer'
  const sentBefore = typedIn(state, 'sentBefore') || (review.sentAt ?? '')
  return {
    title: `${title} – ${fullName(person)}`,
    current: '/reviews',
    before: govukBackLink({ href: `/reviews/${review.id}`, text: 'Back to the review' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)} ${sendNotices(person)}
        <span class="govuk-caption-l">Review of the support plan of ${fullName(person)}</span>
        <h1 class="govuk-heading-l">${title}</h1>
        ${formTag({
          body: html`${hidden('sentBefore', sentBefore)} ${sendFields(state, person)}
          ${govukButton({ text: 'Send', preventDoubleClick: true })}`,
        })}
      </div>
    </div>`,
  }
}
