import { z } from 'zod'
import { holds } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { BadRequest, Conflict, Forbidden } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { dayTyped, freshForm } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { planners } from '#support/plans/plan.ts'
import { findPlan, lockPlan } from '#support/plans/plans.sql.ts'
import { holdReview } from '../hold-review.ts'
import { readReview } from '../review-form.ts'
import { answerFor, getReviewOf, type ReviewOf } from '../review-of.ts'
import { getReview } from '#support/diary/reviews.sql.ts'
import { reviewView } from './review.view.ts'

const seen = z.object({ version: z.coerce.number().int().min(1), nextPlanId: z.uuid() })

/** A review of a plan: to be held, with the goals asked again, or as it was held. */
export const reviewPage = page({
  path: '/reviews/:id',
  door: 'workspace',
  may: workers,
  params: z.object({ id: idParam }),
  get: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const of = await getReviewOf(tx, params.id)
      await noteRead(tx, actor, of.person.id, 'review of the support plan')
      const day = dayTyped('doneOn', clock.today())
      const state = freshForm({ nextPlanId: newId(), ...day, ...answeredAtHome(of) })
      const mayHold = holds(actor, ...planners)
      return show(reviewView({ of, state, mayHold, today: clock.today() }))
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      if (!holds(actor, ...planners)) throw new Forbidden('reviews are held by who writes plans')
      const { planId } = await getReview(tx, params.id)
      await lockPlan(tx, planId)
      const of = await getReviewOf(tx, params.id)
      const { review, whole } = of
      const sent = seen.safeParse(body)
      if (!sent.success) throw new BadRequest('a review without its version')
      const { version, nextPlanId } = sent.data
      const today = clock.today()
      if (review.doneOn !== null) {
        // The same form sent twice finds what it did itself.
        const own = review.reviewerId === actor.accountId
        if (own) return see(`/plans/${(await findPlan(tx, nextPlanId))?.id ?? planId}`)
        return showConflict(reviewView({ of, state: freshForm(body), mayHold: true, today }))
      }
      if (whole.plan.state !== 'agreed') throw new Conflict('only an agreed plan is reviewed')
      const agreedOn = isoDate(whole.plan.agreedOn ?? whole.plan.startedOn)
      const feedbackGiven = of.feedback?.saidBy === 'carer'
      const asked = { review, goals: whole.goals, agreedOn, today, feedbackGiven }
      const read = readReview(body, asked)
      if (!read.ok) return showAgain(reviewView({ of, state: read.error, mayHold: true, today }))
      const plan = await holdReview(
        tx,
        { actor, review, whole, version },
        { ...read.value, nextPlanId },
      )
      if (plan === null) throw new Conflict('the review was changed')
      return see(`/plans/${plan}`)
    }),
})

/** What the carer answered at home stands in the form, to be talked about. */
function answeredAtHome({ whole, answers }: ReviewOf): Record<string, string> {
  return Object.fromEntries(
    whole.goals.flatMap((goal) => {
      const given = answerFor(goal, answers, 'carer')
      return given === undefined ? [] : [[`answer-${goal.id}`, given.answer]]
    }),
  )
}
