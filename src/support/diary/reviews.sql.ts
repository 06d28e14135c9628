import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { statement } from '#platform/db/statement.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { listedUpTo } from './review-dates.rules.ts'
import type { Review } from './review.ts'

const here = sql<number>`actor_authority()`

/** The review; throws NotFound. */
export async function getReview(tx: Tx, id: string): Promise<Review> {
  const query = tx.selectFrom('review').selectAll().where('authorityId', '=', here)
  const review = await query.where('id', '=', id).$castTo<Review>().executeTakeFirst()
  if (review === undefined) throw new NotFound('review')
  return review
}

/** All reviews of a person, the one due last first. */
export const listReviewsOf = statement((tx, personId: string) =>
  tx
    .selectFrom('review')
    .selectAll()
    .where('authorityId', '=', here)
    .where('personId', '=', personId)
    .orderBy('dueOn', 'desc')
    .orderBy('id', 'desc')
    .$castTo<Review>(),
)

/** The reviews of a plan that are not held yet, the next one first. */
export async function listOpenReviews(tx: Tx, planId: string): Promise<readonly Review[]> {
  return tx
    .selectFrom('review')
    .selectAll()
    .where('authorityId', '=', here)
    .where('planId', '=', planId)
    .where('doneOn', 'is', null)
    .orderBy('dueOn')
    .orderBy('id')
    .$castTo<Review>()
    .execute()
}

export type NewReview = Pick<
  Review,
  'id' | 'planId' | 'personId' | 'organisationId' | 'reviewerId' | 'kind' | 'dueFrom' | 'dueOn'
> & { readonly askedOn?: IsoDate; readonly askedWords?: string }

/** Puts a review on the list; the same id again does nothing. */
export async function insertReview(tx: Tx, review: NewReview): Promise<void> {
  await tx
    .insertInto('review')
    .values({ ...review, authorityId: here })
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .execute()
}

/** Writes down what a review found; false where somebody else was first. */
export async function updateAsHeld(
  tx: Tx,
  seen: { readonly id: string; readonly version: number },
  held: Required<Pick<Review, 'doneOn' | 'words' | 'breaksDiscussed' | 'outcome' | 'reviewerId'>>,
): Promise<boolean> {
  const result = await tx
    .updateTable('review')
    .set({ ...held, words: JSON.stringify(held.words), version: seen.version + 1 })
    .where('authorityId', '=', here)
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .where('doneOn', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Writes down that the carer was sent the written review, and in which format. */
export async function updateReviewAsSent(
  tx: Tx,
  of: { readonly id: string; readonly at: IsoInstant; readonly as: string },
): Promise<void> {
  await tx
    .updateTable('review')
    .set({ sentAt: of.at, sentAs: of.as })
    .where('authorityId', '=', here)
    .where('id', '=', of.id)
    .execute()
}

/** Takes the reviews off the list that a plan no longer needs, of all kinds or of some. */
export async function deleteOpenReviews(
  tx: Tx,
  planId: string,
  kinds: readonly Review['kind'][] = ['first', 'yearly', 'asked_for', 'change', 'direct_payment'],
): Promise<void> {
  await tx
    .deleteFrom('review')
    .where('authorityId', '=', here)
    .where('planId', '=', planId)
    .where('kind', 'in', kinds)
    .where('doneOn', 'is', null)
    .execute()
}

/** Hands the reviews that are still to come from a plan to the one that replaces it. */
export async function updatePlanOfOpenReviews(tx: Tx, from: string, to: string): Promise<void> {
  await tx
    .updateTable('review')
    .set({ planId: to })
    .where('authorityId', '=', here)
    .where('planId', '=', from)
    .where('doneOn', 'is', null)
    .execute()
}

export type ListedReview = Review & {
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly town: string | null
  readonly reviewerName: string | null
}

export type ReviewFilter = {
  /** The actor's own, or those of all the actor's organisations. */
  readonly whose: 'mine' | 'team'
  readonly due: 'overdue' | 'now' | 'all'
}

type Listing = { readonly actor: Actor; readonly today: IsoDate; readonly filter: ReviewFilter }

/** Reviews that are not held yet, the most overdue first. */
export async function listReviews(
  tx: Tx,
  of: Listing,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly ListedReview[]> {
  return open(tx, of)
    .innerJoin('person', (join) =>
      join
        .onRef('person.authorityId', '=', 'review.authorityId')
        .onRef('person.id', '=', 'review.personId'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.authorityId', '=', 'review.authorityId')
        .onRef('account.id', '=', 'review.reviewerId'),
    )
    .selectAll('review')
    .select(['givenName', 'familyName', 'knownAs', 'town', 'account.displayName as reviewerName'])
    .orderBy('review.dueOn')
    .orderBy('review.id')
    .offset(page.offset)
    .limit(page.limit)
    .$castTo<ListedReview>()
    .execute()
}

/** How many reviews `listReviews` would give without a limit. */
export async function countReviews(tx: Tx, of: Listing): Promise<number> {
  const query = open(tx, of).select((one) => one.fn.countAll<number>().as('total'))
  return (await query.executeTakeFirst())?.total ?? 0
}

function open(tx: Tx, { actor, today, filter }: Listing) {
  const query = tx
    .selectFrom('review')
    .where('review.authorityId', '=', here)
    .where('review.doneOn', 'is', null)
  const whose =
    filter.whose === 'mine'
      ? query.where('review.reviewerId', '=', actor.accountId)
      : query.where('review.organisationId', 'in', [...actor.organisationIds, -1])
  switch (filter.due) {
    case 'overdue':
      return whose.where('review.dueOn', '<', today)
    case 'now':
      // No review is listed more than four weeks before its last day, which the index can serve.
      return whose
        .where('review.dueOn', '<=', listedUpTo(today))
        .where(sql<boolean>`(review.due_from is null or review.due_from <= ${today})`)
    case 'all':
      return whose
  }
}

/** The name of who reviews or reviewed; null where nobody was named. */
export async function findReviewerName(tx: Tx, reviewerId: string | null): Promise<string | null> {
  if (reviewerId === null) return null
  const query = tx.selectFrom('account').select('displayName').where('authorityId', '=', here)
  return (await query.where('id', '=', reviewerId).executeTakeFirst())?.displayName ?? null
}
