import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays, isoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import { insertPlan } from '../plans/plans.sql.ts'
import { supportHouse } from '../testing.ts'
import { firstReview } from './review-dates.rules.ts'
import {
  countReviews,
  deleteOpenReviews,
  getReview,
  insertReview,
  listOpenReviews,
  listReviews,
  listReviewsOf,
  updateAsHeld,
  updatePlanOfOpenReviews,
  type ReviewFilter,
} from './reviews.sql.ts'
import type { Review } from './review.ts'

const house = await supportHouse([])
const { as } = house
const jo = house.assessor.actor
const mo = house.manager.actor
const today = isoDate('2018-04-03')

async function aPlan() {
  const carer = await house.aCarer()
  const plan = {
    id: newId(),
    reference: newReference('PLN'),
    number: 1,
    personId: carer.id,
    organisationId: jo.organisationIds[0]!,
    kind: 'adult_carer' as const,
    startedOn: today,
    workerId: jo.accountId,
  }
  await as(jo, (tx) => insertPlan(tx, plan))
  return plan
}

async function aReview(
  due: Partial<Pick<Review, 'kind' | 'dueFrom' | 'dueOn' | 'reviewerId'>> = {},
) {
  const plan = await aPlan()
  const { kind, dueFrom, dueOn } = firstReview(isoDate('2018-02-15'))
  const review = {
    id: newId(),
    planId: plan.id,
    personId: plan.personId,
    organisationId: plan.organisationId,
    reviewerId: jo.accountId,
    kind,
    dueFrom,
    dueOn,
    ...due,
  }
  await as(jo, (tx) => insertReview(tx, review))
  return review
}

const held = {
  doneOn: today,
  words: { changed: 'Brian is home from hospital' },
  breaksDiscussed: true,
  outcome: 'continue' as const,
  reviewerId: jo.accountId,
}

describe('a review', () => {
  it('goes onto the list once, and is held once', async () => {
    const review = await aReview()
    await as(jo, (tx) => insertReview(tx, { ...review, dueOn: today }))
    assert.equal((await as(jo, (tx) => getReview(tx, review.id))).dueOn, review.dueOn)
    assert.equal(await as(jo, (tx) => updateAsHeld(tx, { id: review.id, version: 1 }, held)), true)
    assert.equal(await as(jo, (tx) => updateAsHeld(tx, { id: review.id, version: 1 }, held)), false)
    const kept = await as(jo, (tx) => getReview(tx, review.id))
    assert.deepEqual([kept.outcome, kept.words], ['continue', held.words])
  })

  it('stays as it was held, whatever a statement says', async () => {
    const review = await aReview()
    await as(jo, (tx) => updateAsHeld(tx, { id: review.id, version: 1 }, held))
    const over = as(jo, (tx) =>
      tx.updateTable('review').set({ outcome: 'end' }).where('id', '=', review.id).execute(),
    )
    await assert.rejects(over, /this review is settled/)
  })

  it('has an outcome exactly when it was held', async () => {
    const review = await aReview()
    const half = as(jo, (tx) =>
      tx.updateTable('review').set({ doneOn: today }).where('id', '=', review.id).execute(),
    )
    await assert.rejects(half, /review_check/)
  })

  it('passes to the plan that replaces its own, or falls away with it', async () => {
    const review = await aReview()
    const payment = { ...review, id: newId(), kind: 'direct_payment' as const }
    await as(jo, (tx) => insertReview(tx, payment))
    const next = await aPlan()
    await as(jo, async (tx) => {
      await deleteOpenReviews(tx, review.planId, ['first', 'yearly'])
      await updatePlanOfOpenReviews(tx, review.planId, next.id)
    })
    assert.deepEqual(await as(jo, (tx) => listOpenReviews(tx, review.planId)), [])
    const passed = await as(jo, (tx) => listOpenReviews(tx, next.id))
    assert.deepEqual(
      passed.map(({ kind }) => kind),
      ['direct_payment'],
    )
  })

  it('is never seen from another hub', async () => {
    const review = await aReview()
    const elsewhere = await house.signIn({ duties: ['manager'], organisation: 'Another hub' })
    await assert.rejects(
      as(elsewhere.actor, (tx) => getReview(tx, review.id)),
      NotFound,
    )
    assert.deepEqual(await as(elsewhere.actor, (tx) => listReviewsOf(tx, review.personId)), [])
  })
})

describe('the list of reviews', () => {
  const shown = async (id: string, filter: ReviewFilter, on = today, actor = jo) => {
    const of = { actor, today: on, filter }
    const rows = await as(actor, (tx) => listReviews(tx, of, { offset: 0, limit: 1000 }))
    assert.equal(await as(actor, (tx) => countReviews(tx, of)), rows.length)
    return rows.some((row) => row.id === id)
  }

  it('shows a first review from its first day, and calls it overdue after its last', async () => {
    const review = await aReview()
    const now = { whose: 'mine', due: 'now' } as const
    const overdue = { whose: 'mine', due: 'overdue' } as const
    assert.equal(await shown(review.id, now, addDays(review.dueFrom!, -1)), false)
    assert.equal(await shown(review.id, now, review.dueFrom!), true)
    assert.equal(await shown(review.id, overdue, review.dueOn), false)
    assert.equal(await shown(review.id, overdue, addDays(review.dueOn, 1)), true)
    assert.equal(await shown(review.id, { whose: 'mine', due: 'all' }, isoDate('2018-02-16')), true)
  })

  it('shows a yearly review from four weeks before', async () => {
    const review = await aReview({ kind: 'yearly', dueFrom: null, dueOn: isoDate('2019-03-01') })
    const now = { whose: 'mine', due: 'now' } as const
    assert.equal(await shown(review.id, now, isoDate('2019-01-31')), false)
    assert.equal(await shown(review.id, now, isoDate('2019-02-01')), true)
  })

  it('shows a colleague’s review under the team’s, not under mine', async () => {
    const review = await aReview()
    assert.equal(await shown(review.id, { whose: 'mine', due: 'all' }, today, mo), false)
    assert.equal(await shown(review.id, { whose: 'team', due: 'all' }, today, mo), true)
  })
})
