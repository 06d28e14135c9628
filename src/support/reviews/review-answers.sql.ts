import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import type { HowOften } from '#support/plans/plan.ts'
import type { Feedback, Review, SaidBy } from '#support/diary/review.ts'

const here = sql<number>`actor_authority()`

export type ReviewAnswer = {
  readonly goalId: string
  readonly answer: HowOften
  readonly answeredBy: SaidBy
  readonly answeredOn: IsoDate
}

/** How often the carer could say each goal's words at a review, at home and in the talk. */
export function listAnswers(tx: Tx, reviewId: string): Promise<readonly ReviewAnswer[]> {
  return tx
    .selectFrom('reviewAnswer')
    .select(['goalId', 'answer', 'answeredBy', 'answeredOn'])
    .where('authorityId', '=', here)
    .where('reviewId', '=', reviewId)
    .orderBy('id')
    .$castTo<ReviewAnswer>()
    .execute()
}

/** Keeps an answer; what the same one said before at this review it replaces. */
export async function upsertAnswer(
  tx: Tx,
  { id: reviewId, personId }: Pick<Review, 'id' | 'personId'>,
  { goalId, answer, answeredBy, answeredOn }: ReviewAnswer,
): Promise<void> {
  const given = { answer, answeredOn }
  await tx
    .insertInto('reviewAnswer')
    .values({ authorityId: here, id: newId(), reviewId, personId, goalId, answeredBy, ...given })
    .onConflict((conflict) =>
      conflict.columns(['authorityId', 'reviewId', 'goalId', 'answeredBy']).doUpdateSet(given),
    )
    .execute()
}

export type GivenFeedback = Feedback & { readonly saidBy: SaidBy; readonly saidOn: IsoDate }

/** What the carer said of the support at a review; null where nothing was said yet. */
export async function findFeedback(tx: Tx, reviewId: string): Promise<GivenFeedback | null> {
  const query = tx
    .selectFrom('reviewFeedback')
    .select(['satisfaction', 'recommend', 'words', 'saidBy', 'saidOn'])
    .where('authorityId', '=', here)
    .where('reviewId', '=', reviewId)
  return (await query.$castTo<GivenFeedback>().executeTakeFirst()) ?? null
}

/** Keeps what the carer said; said again before the review is held, it replaces what was said before. */
export async function upsertFeedback(
  tx: Tx,
  { id: reviewId, personId, organisationId }: Pick<Review, 'id' | 'personId' | 'organisationId'>,
  given: GivenFeedback,
): Promise<void> {
  await tx
    .insertInto('reviewFeedback')
    .values({ authorityId: here, id: newId(), reviewId, personId, organisationId, ...given })
    .onConflict((conflict) => conflict.columns(['authorityId', 'reviewId']).doUpdateSet(given))
    .execute()
}

/** Takes back what was said of the support, where the carer empties it again. */
export async function deleteFeedback(tx: Tx, reviewId: string): Promise<void> {
  await tx
    .deleteFrom('reviewFeedback')
    .where('authorityId', '=', here)
    .where('reviewId', '=', reviewId)
    .execute()
}
