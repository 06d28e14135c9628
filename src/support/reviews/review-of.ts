import type { Tx } from '#platform/db/database.ts'
import type { Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { findReviewerName, getReview, listOpenReviews } from '#support/diary/reviews.sql.ts'
import type { Review } from '#support/diary/review.ts'
import { findNextPlan } from '#support/plans/former-plan.ts'
import { getWholePlan } from '#support/plans/plan-lines.sql.ts'
import { getPlanPeople, type PlanPeople } from '#support/plan-people.sql.ts'
import type { PlanGoal, WholePlan } from '#support/plans/plan.ts'
import {
  findFeedback,
  type GivenFeedback,
  listAnswers,
  type ReviewAnswer,
} from './review-answers.sql.ts'

export type ReviewOf = {
  readonly review: Review
  readonly whole: WholePlan
  /** The plan that came of it, where it changed and who looks may read it. */
  readonly next: WholePlan | null
  readonly person: Person
  readonly people: PlanPeople
  readonly reviewer: string | null
  /** A review of the plan's direct payment waits too and can be held in the same talk. */
  readonly paymentReviewOpen: boolean
  readonly answers: readonly ReviewAnswer[]
  readonly feedback: GivenFeedback | null
}

/** A review with its plan, its carer and what was answered; throws NotFound. */
export async function getReviewOf(tx: Tx, id: string): Promise<ReviewOf> {
  const review = await getReview(tx, id)
  const whole = await getWholePlan(tx, review.planId)
  const open = await listOpenReviews(tx, review.planId)
  return {
    review,
    whole,
    next: review.outcome === 'change' ? await findNextPlan(tx, whole.plan) : null,
    person: await getPerson(tx, review.personId),
    people: await getPlanPeople(tx, whole.plan),
    reviewer: await findReviewerName(tx, review.reviewerId),
    paymentReviewOpen: open.some((one) => one.kind === 'direct_payment' && one.id !== id),
    answers: await listAnswers(tx, id),
    feedback: await findFeedback(tx, id),
  }
}

/** What was answered about a goal: of a plan that changed meanwhile, about the goal it goes on from. */
export function answerFor(
  { id, continuesId }: Pick<PlanGoal, 'id' | 'continuesId'>,
  answers: readonly ReviewAnswer[],
  by: ReviewAnswer['answeredBy'],
): ReviewAnswer | undefined {
  const own = answers.filter(({ answeredBy }) => answeredBy === by)
  return own.find(({ goalId }) => goalId === id) ?? own.find(({ goalId }) => goalId === continuesId)
}
