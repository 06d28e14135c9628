import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { optionalChoice } from '#platform/web/fields.ts'
import { type Body, form, type FormState } from '#platform/web/form.ts'
import { listOpenReviews } from '#support/diary/reviews.sql.ts'
import type { Feedback, Review } from '#support/diary/review.ts'
import { getWholePlan } from '#support/plans/plan-lines.sql.ts'
import { howOften, type HowOften, type PlanGoal, type WholePlan } from '#support/plans/plan.ts'
import { listPlansOf } from '#support/plans/plans.sql.ts'
import {
  deleteFeedback,
  findFeedback,
  type GivenFeedback,
  listAnswers,
  type ReviewAnswer,
  upsertAnswer,
  upsertFeedback,
} from './review-answers.sql.ts'
import { asksGoals, feedbackForm, feedbackOf } from './review-form.ts'

export type BeforeReview = {
  readonly review: Review
  readonly whole: WholePlan
  readonly answers: readonly ReviewAnswer[]
  readonly feedback: GivenFeedback | null
}

/** The carer's next review that asks about goals; null where none is to come. */
export async function findBeforeReview(
  tx: Tx,
  personId: string | null,
): Promise<BeforeReview | null> {
  if (personId === null) return null
  const plan = (await listPlansOf(tx, personId)).find(({ state }) => state === 'agreed')
  if (plan === undefined) return null
  const review = (await listOpenReviews(tx, plan.id)).find(asksGoals)
  if (review === undefined) return null
  return {
    review,
    whole: await getWholePlan(tx, plan.id),
    answers: await listAnswers(tx, review.id),
    feedback: await findFeedback(tx, review.id),
  }
}

export type HomeAnswers = {
  readonly answers: readonly { readonly goalId: string; readonly answer: HowOften }[]
  readonly feedback: Feedback | null
}

const often = Object.keys(howOften) as HowOften[]

/** What a carer answered at home, or what is wrong with it; each question may be left out, not all. */
export function readHomeAnswers(
  body: Body,
  goals: readonly PlanGoal[],
): Result<HomeAnswers, FormState> {
  const answered = goals.map(({ id, words }) => {
    const name = `answer-${id}`
    const wrong = `Choose one of the four answers for “${words}”, or leave it out`
    return { id, name, read: form({ [name]: optionalChoice(often, wrong) }).read(body) }
  })
  const said = feedbackForm.read(body)
  const faults = [
    ...answered.flatMap(({ read }) => (read.ok ? [] : read.error.faults)),
    ...(said.ok ? [] : said.error.faults),
  ]
  if (!said.ok || faults.length > 0) return refused({ typed: body, faults })
  const answers = answered.flatMap(({ id, name, read }) => {
    const answer = read.ok ? (read.value[name] ?? null) : null
    return answer === null ? [] : [{ goalId: id, answer }]
  })
  const feedback = feedbackOf(said.value)
  if (answers.length === 0 && feedback === null) {
    const [first] = goals
    const field = first === undefined ? 'satisfaction' : `answer-${first.id}`
    return refused({ typed: body, faults: [{ field, message: 'Answer at least one question' }] })
  }
  return ok({ answers, feedback })
}

/** Keeps what the carer answered at home; what they said before at home it replaces. */
export async function keepHomeAnswers(
  tx: Tx,
  { review, feedback: before }: BeforeReview,
  { answers, feedback }: HomeAnswers,
  today: IsoDate,
): Promise<void> {
  for (const { goalId, answer } of answers) {
    await upsertAnswer(tx, review, { goalId, answer, answeredBy: 'carer', answeredOn: today })
  }
  if (feedback !== null) {
    await upsertFeedback(tx, review, { ...feedback, saidBy: 'carer', saidOn: today })
  } else if (before !== null) {
    await deleteFeedback(tx, review.id)
  }
}
