import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { changePlan } from '#support/plans/change-plan.ts'
import { endPlan } from '#support/plans/end-plan.ts'
import { updateGoalAnswer } from '#support/plans/plan-lines.sql.ts'
import type { HowOften, WholePlan } from '#support/plans/plan.ts'
import {
  directPaymentReview,
  type ReviewDates,
  yearlyReview,
} from '#support/diary/review-dates.rules.ts'
import {
  deleteOpenReviews,
  insertReview,
  listOpenReviews,
  updateAsHeld,
} from '#support/diary/reviews.sql.ts'
import type { Feedback, Review, ReviewOutcome, ReviewWords } from '#support/diary/review.ts'
import { upsertAnswer, upsertFeedback } from './review-answers.sql.ts'

export type HeldReview = {
  readonly doneOn: IsoDate
  readonly words: ReviewWords
  readonly breaksDiscussed: boolean | null
  readonly outcome: ReviewOutcome
  readonly answers: readonly {
    readonly goalId: string
    readonly answer: HowOften
    readonly met: boolean
  }[]
  /** What the carer said of the support; null where it was not asked, or said at home. */
  readonly feedback: Feedback | null
  /** The direct payments of the plan were looked at in the same talk. */
  readonly paymentsToo: boolean
  /** The id of the changed plan, should the plan change. */
  readonly nextPlanId: string
}

/**
 * Writes down a review and what follows: the goals' new answers, the next review, the changed plan or
 * the end. Gives the plan to go on with; null where somebody else wrote the review down first.
 */
export async function holdReview(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly review: Review
    readonly whole: WholePlan
    readonly version: number
  },
  held: HeldReview,
): Promise<string | null> {
  const { actor, review, whole, version } = of
  const { doneOn, words, breaksDiscussed, outcome } = held
  const row = { doneOn, words, breaksDiscussed, outcome, reviewerId: actor.accountId }
  if (!(await updateAsHeld(tx, { id: review.id, version }, row))) return null
  for (const { goalId, answer, met } of held.answers) {
    await updateGoalAnswer(tx, goalId, { answerAfter: answer, met })
    await upsertAnswer(tx, review, { goalId, answer, answeredBy: 'worker', answeredOn: doneOn })
  }
  if (held.feedback !== null) {
    await upsertFeedback(tx, review, { ...held.feedback, saidBy: 'worker', saidOn: doneOn })
  }
  if (outcome === 'end') {
    const reason = words.reason ?? 'Ended at a review'
    await endPlan(tx, { whole, on: doneOn, reason })
    return whole.plan.id
  }
  await settlePayments(tx, of, held)
  await settleNext(tx, of, doneOn)
  if (outcome === 'continue') return whole.plan.id
  const changed = await changePlan(tx, {
    actor,
    id: held.nextPlanId,
    from: whole.plan.id,
    today: doneOn,
  })
  return changed.ok ? changed.value : changed.error.id
}

type Of = { readonly actor: Actor; readonly review: Review; readonly whole: WholePlan }

/** Puts the next planned review on the list; one that was asked for leaves the first review standing. */
async function settleNext(tx: Tx, of: Of, doneOn: IsoDate): Promise<void> {
  if (of.review.kind === 'direct_payment') return
  const open = await listOpenReviews(tx, of.whole.plan.id)
  if (open.some(({ kind }) => kind === 'first')) return
  await deleteOpenReviews(tx, of.whole.plan.id, ['yearly'])
  await insertNext(tx, of, yearlyReview(doneOn))
}

/** A direct payment that was looked at is looked at again within 12 months while it goes on. */
async function settlePayments(tx: Tx, of: Of, held: HeldReview): Promise<void> {
  const { review, whole } = of
  if (review.kind !== 'direct_payment' && !held.paymentsToo) return
  for (const open of await listOpenReviews(tx, whole.plan.id)) {
    if (open.kind !== 'direct_payment') continue
    // Held in the same talk, so it is written down as held, not dropped.
    const { doneOn, words, breaksDiscussed } = held
    const row = {
      doneOn,
      words,
      breaksDiscussed,
      outcome: 'continue' as const,
      reviewerId: of.actor.accountId,
    }
    await updateAsHeld(tx, open, row)
  }
  const paid = whole.payments.filter(
    ({ state, basis }) => state === 'paid' && basis === 'direct_payment',
  )
  const ongoing = paid.some(({ frequency }) => frequency !== 'once')
  const next = directPaymentReview({
    firstPaidOn: held.doneOn,
    lastReviewedOn: held.doneOn,
    ongoing,
  })
  if (next !== null) await insertNext(tx, of, next)
}

async function insertNext(
  tx: Tx,
  { actor, whole }: Of,
  { kind, dueFrom, dueOn }: ReviewDates,
): Promise<void> {
  const { id: planId, personId, organisationId, workerId } = whole.plan
  const reviewerId = workerId ?? actor.accountId
  await insertReview(tx, {
    id: newId(),
    planId,
    personId,
    organisationId,
    reviewerId,
    kind,
    dueFrom,
    dueOn,
  })
}
