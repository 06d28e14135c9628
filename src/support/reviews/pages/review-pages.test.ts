import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import { insertPayment, updateAsAgreed as agreePayment } from '#support/payments/payments.sql.ts'
import { stepPayment } from '#support/payments/step-payment.ts'
import { getPayment } from '#support/payments/payments.sql.ts'
import { getWholePlan, insertGoal, insertNeed } from '#support/plans/plan-lines.sql.ts'
import { plans } from '#support/plans/room.ts'
import { insertPlan, updateAsAgreed } from '#support/plans/plans.sql.ts'
import { supportHouse } from '../../testing.ts'
import { reviewPanel, reviewTimeline } from '../on-the-record.ts'
import { firstReview, yearlyReview } from '#support/diary/review-dates.rules.ts'
import { getReview, insertReview, listOpenReviews } from '#support/diary/reviews.sql.ts'
import { reviews } from '../room.ts'
import { reviewsDue } from '../today.ts'

const house = await supportHouse([plans, reviews])
const { as, assessor: jo, manager: mo } = house
const today = isoDate('2018-04-03')
const agreedOn = isoDate('2018-02-05')
const hub = jo.actor.organisationIds[0]!

const open = (planId: string) => as(jo.actor, (tx) => listOpenReviews(tx, planId))

/** A plan agreed on 5 February 2018 with one goal, and its first review. */
async function aReviewDue(kind: 'first' | 'yearly' = 'first') {
  const carer = await house.aCarer()
  const planId = newId()
  const goalId = newId()
  const needId = newId()
  const id = newId()
  const of = { id: planId, personId: carer.id }
  const dates = kind === 'first' ? firstReview(agreedOn) : yearlyReview(agreedOn)
  await as(jo.actor, async (tx) => {
    await insertPlan(tx, {
      ...of,
      reference: newReference('PLN'),
      number: 1,
      organisationId: hub,
      kind: 'adult_carer',
      startedOn: agreedOn,
      workerId: jo.actor.accountId,
    })
    const need = { need: 'Time away from caring', eligible: true, outcomeId: 'O8' }
    await insertNeed(tx, of, { id: needId, ...need })
    await insertGoal(tx, of, {
      id: goalId,
      words: 'See my sister',
      iStatement: 'relationships',
      answerBefore: 'never',
    })
    await updateAsAgreed(tx, planId, {
      on: agreedOn,
      by: 'Margaret',
      how: 'in_person',
      involved: null,
      copiesTo: null,
    })
    await insertReview(tx, {
      id,
      planId,
      personId: carer.id,
      organisationId: hub,
      reviewerId: jo.actor.accountId,
      kind,
      dueFrom: dates.dueFrom,
      dueOn: dates.dueOn,
    })
  })
  return { id, at: `/reviews/${id}`, planId, goalId, needId, carer }
}

const told = (goalId: string) => ({
  version: 1,
  nextPlanId: newId(),
  'doneOn-day': '3',
  'doneOn-month': '4',
  'doneOn-year': '2018',
  [`answer-${goalId}`]: 'most_of_the_time',
  [`met-${goalId}`]: 'no',
  changed: 'Brian is home from hospital',
  breaks: 'yes',
  outcome: 'continue',
})

describe('holding a review', () => {
  it('keeps the goals’ new answers and puts the next review a year on', async () => {
    const { at, planId, goalId, id } = await aReviewDue()
    const form = await jo.get(at)
    assert.match(form.text, /First review of Margaret Tolley.*1 day overdue/)
    const sent = await jo.post(at, { ...told(goalId), nextPlanId: form.field('nextPlanId')! })
    assert.equal(sent.location, `/plans/${planId}`)
    const whole = await as(jo.actor, (tx) => getWholePlan(tx, planId))
    assert.deepEqual(
      [whole.goals[0]?.answerBefore, whole.goals[0]?.answerAfter, whole.goals[0]?.met],
      ['never', 'most_of_the_time', false],
    )
    const held = await as(jo.actor, (tx) => getReview(tx, id))
    assert.deepEqual(
      [held.outcome, held.breaksDiscussed, held.words.changed],
      ['continue', true, 'Brian is home from hospital'],
    )
    assert.deepEqual(
      (await open(planId)).map(({ kind, dueOn }) => [kind, dueOn]),
      [['yearly', '2019-04-03']],
    )
    assert.match(
      (await jo.get(at)).text,
      /Held on Tuesday 3 April 2018.*What has changed Brian is home/,
    )
  })

  it('sent twice acts once', async () => {
    const { at, planId, goalId } = await aReviewDue()
    const sent = told(goalId)
    await jo.post(at, sent)
    assert.equal((await jo.post(at, sent)).location, `/plans/${planId}`)
    assert.equal((await open(planId)).length, 1)
  })

  it('where the plan changes, a new number begins beside the old one', async () => {
    const { at, planId, goalId } = await aReviewDue()
    const sent = { ...told(goalId), outcome: 'change' }
    const answer = await jo.post(at, sent)
    assert.equal(answer.location, `/plans/${sent.nextPlanId}`)
    assert.equal((await jo.post(at, sent)).location, `/plans/${sent.nextPlanId}`)
    const next = await as(jo.actor, (tx) => getWholePlan(tx, sent.nextPlanId))
    assert.deepEqual(
      [next.plan.number, next.plan.state, next.goals[0]?.answerBefore],
      [2, 'draft', 'most_of_the_time'],
    )
    assert.equal((await as(jo.actor, (tx) => getWholePlan(tx, planId))).plan.state, 'agreed')
  })

  it('where the plan ends, it ends with the reason and nothing more is due', async () => {
    const { at, planId, goalId } = await aReviewDue('yearly')
    await jo.post(at, { ...told(goalId), outcome: 'end', reason: 'Brian died' })
    const { plan } = await as(jo.actor, (tx) => getWholePlan(tx, planId))
    assert.deepEqual([plan.state, plan.endReason], ['ended', 'Brian died'])
    assert.deepEqual(await open(planId), [])
  })

  const refusals: readonly [string, Record<string, string>, RegExp][] = [
    ['without what changed', { changed: '' }, /Write what has changed, or that nothing has/],
    ['without an outcome', { outcome: '' }, /Select what follows from the review/],
    ['without a word on breaks', { breaks: '' }, /Say whether you talked about breaks/],
    ['on a day that has not come', { 'doneOn-day': '9' }, /must be today or in the past/],
    [
      'before the plan was agreed',
      { 'doneOn-month': '1' },
      /must not be before the plan was agreed/,
    ],
    ['that ends the plan without a reason', { outcome: 'end' }, /Write why the plan ends/],
  ]
  for (const [name, values, words] of refusals) {
    it(`${name} is refused, and what was typed stays`, async () => {
      const { at, goalId, id } = await aReviewDue()
      const again = await jo.post(at, { ...told(goalId), working: 'The alarm', ...values })
      assert.equal(again.status, 422)
      assert.match(again.text, words)
      assert.equal(again.field('working'), 'The alarm')
      assert.equal((await as(jo.actor, (tx) => getReview(tx, id))).doneOn, null)
    })
  }

  it('with a goal not asked is refused by its words', async () => {
    const { at, goalId } = await aReviewDue()
    const again = await jo.post(at, {
      ...told(goalId),
      [`answer-${goalId}`]: '',
      [`met-${goalId}`]: '',
    })
    assert.match(again.text, /Select how often the carer can say: “See my sister”/)
    assert.equal(again.field('changed'), 'Brian is home from hospital')
  })

  it('that somebody else wrote down first shows theirs and keeps what was typed', async () => {
    const { at, goalId } = await aReviewDue()
    await mo.post(at, { ...told(goalId), changed: 'Theirs' })
    const conflict = await jo.post(at, { ...told(goalId), changed: 'Mine' })
    assert.equal(conflict.status, 409)
    assert.match(
      conflict.text,
      /Mo Adeyemi wrote this review down while you had it open.*Theirs.*What you typed.*Mine/,
    )
  })

  it('is for those who write plans; an adviser reads it', async () => {
    const { at, goalId } = await aReviewDue()
    const adviser = await house.signIn({ duties: ['adviser'] })
    assert.match((await adviser.get(at)).text, /It has not been held yet/)
    assert.equal((await adviser.post(at, told(goalId))).status, 403)
  })
})

describe('a review that was asked for', () => {
  const ask = { kind: 'change', words: 'Brian fell' }

  it('comes onto the list within four weeks, once', async () => {
    const { planId, carer } = await aReviewDue()
    const sent = { id: newId(), ...ask }
    assert.equal((await jo.post(`/plans/${planId}/review`, sent)).location, `/reviews/${sent.id}`)
    await jo.post(`/plans/${planId}/review`, sent)
    const waiting = await open(planId)
    assert.deepEqual(
      waiting.map(({ kind, dueOn }) => [kind, dueOn]),
      [
        ['first', '2018-04-02'],
        ['change', '2018-05-01'],
      ],
    )
    const timeline = await as(jo.actor, (tx) =>
      reviewTimeline.list(tx, { personId: carer.id, actor: jo.actor, today }),
    )
    assert.ok(
      timeline.some(
        ({ title, text }) => title === 'Review of the plan asked for' && text === 'Brian fell',
      ),
    )
  })

  it('leaves the first review standing when it is held', async () => {
    const { planId, goalId } = await aReviewDue()
    const id = newId()
    await jo.post(`/plans/${planId}/review`, { id, ...ask })
    await jo.post(`/reviews/${id}`, told(goalId))
    assert.deepEqual(
      (await open(planId)).map(({ kind }) => kind),
      ['first'],
    )
  })

  it('moves the yearly review when it is held', async () => {
    const { planId, goalId } = await aReviewDue('yearly')
    const id = newId()
    await jo.post(`/plans/${planId}/review`, { id, ...ask })
    await jo.post(`/reviews/${id}`, told(goalId))
    assert.deepEqual(
      (await open(planId)).map(({ kind, dueOn }) => [kind, dueOn]),
      [['yearly', '2019-04-03']],
    )
  })

  it('is refused before the plan is agreed, in words, with what was typed', async () => {
    const carer = await house.aCarer()
    const planId = newId()
    await jo.post(`/carers/${carer.id}/plan/new`, { id: planId })
    assert.equal((await jo.get(`/plans/${planId}/review`)).status, 409)
    const refused = await jo.post(`/plans/${planId}/review`, { id: newId(), ...ask })
    assert.equal(refused.status, 409)
    assert.match(
      refused.text,
      /Only a plan that is agreed can be reviewed This one is being written/,
    )
    assert.equal(refused.field('words'), 'Brian fell')
    assert.deepEqual(await open(planId), [])
  })

  it('without a reason is refused', async () => {
    const { planId } = await aReviewDue()
    const again = await jo.post(`/plans/${planId}/review`, { id: newId(), kind: '', words: '' })
    assert.match(
      again.text,
      /Select why the plan is to be reviewed.*Write who asked, or what changed/,
    )
  })

  it('by the carer online stands on the worker’s list, and says what happens next', async () => {
    const { planId, carer } = await aReviewDue()
    const own = await house.signIn({ duties: ['carer'], personId: carer.id })
    const form = await own.get('/my/plan/look-again')
    const empty = await own.post('/my/plan/look-again', { id: form.field('id')!, words: '' })
    assert.match(empty.text, /Tell us why we should look at your plan again/)
    const sent = { id: form.field('id')!, words: 'I am back at work' }
    const asked = await own.post('/my/plan/look-again', sent)
    await own.post('/my/plan/look-again', sent)
    assert.match((await own.get(asked.location!)).text, /will talk with you by Tuesday 1 May 2018/)
    const waiting = await open(planId)
    assert.deepEqual(
      waiting.map(({ askedWords }) => askedWords),
      [null, 'The carer, online: I am back at work'],
    )
  })

  it('leads a carer without a plan back to their plan page', async () => {
    const own = await house.signIn({ duties: ['carer'], personId: (await house.aCarer()).id })
    assert.equal((await own.get('/my/plan/look-again')).location, '/my/plan')
    assert.equal((await own.post('/my/plan/look-again', { words: 'x' })).location, '/my/plan')
  })
})

describe('the review of a direct payment', () => {
  async function paid(frequency: 'once' | 'monthly') {
    const due = await aReviewDue()
    const id = newId()
    await as(jo.actor, (tx) =>
      insertPayment(tx, {
        id,
        planId: due.planId,
        personId: due.carer.id,
        organisationId: hub,
        basis: 'direct_payment',
        amountPence: 50_00,
        frequency,
        purpose: 'A cleaner',
        needIds: [due.needId],
        on: agreedOn,
        by: jo.actor.accountId,
      }),
    )
    await as(mo.actor, (tx) =>
      agreePayment(tx, { id, from: 'proposed', version: 1, on: agreedOn, by: mo.actor.accountId }),
    )
    await as(mo.actor, async (tx) => {
      const payment = await getPayment(tx, id)
      await stepPayment(tx, {
        actor: mo.actor,
        payment,
        step: 'pay',
        version: 2,
        on: isoDate('2018-02-20'),
        reason: null,
      })
    })
    return due
  }

  it('is done in the same talk where that was said; a one-off needs no more', async () => {
    const { at, planId, goalId } = await paid('once')
    assert.deepEqual(
      (await open(planId)).map(({ kind, dueOn }) => [kind, dueOn]),
      [
        ['first', '2018-04-02'],
        ['direct_payment', '2018-08-20'],
      ],
    )
    await jo.post(at, { ...told(goalId), paymentsToo: 'yes' })
    assert.deepEqual(
      (await open(planId)).map(({ kind }) => kind),
      ['yearly'],
    )
  })

  it('comes again within a year while the payment goes on', async () => {
    const { at, planId, goalId } = await paid('monthly')
    await jo.post(at, { ...told(goalId), paymentsToo: 'yes' })
    const due = (await open(planId)).map(({ kind, dueOn }) => `${kind} ${dueOn}`)
    assert.deepEqual(new Set(due), new Set(['direct_payment 2019-04-03', 'yearly 2019-04-03']))
  })

  it('by itself asks about the money, not about the goals', async () => {
    const { planId } = await paid('once')
    const [, own] = await open(planId)
    const form = await jo.get(`/reviews/${own!.id}`)
    assert.match(form.text, /What was the money used for/)
    assert.doesNotMatch(form.text, /How often can the carer say this now/)
    const { changed, outcome, version, nextPlanId, ...rest } = told('none')
    const sent = {
      changed,
      outcome,
      version,
      nextPlanId,
      'doneOn-day': rest['doneOn-day']!,
      'doneOn-month': '4',
      'doneOn-year': '2018',
    }
    assert.equal((await jo.post(`/reviews/${own!.id}`, sent)).status, 303)
    assert.deepEqual(
      (await open(planId)).map(({ kind }) => kind),
      ['first'],
    )
  })
})

describe('the list of reviews', () => {
  it('shows mine that are due, how late, and everybody’s on asking', async () => {
    await aReviewDue()
    const mine = await jo.get('/reviews')
    assert.match(
      mine.text,
      /due or overdue for me\..*Margaret Tolley Malvern First review 1 day overdue Jo Pugh/,
    )
    assert.match((await mo.get('/reviews')).text, /0 reviews due or overdue for me/)
    assert.match((await mo.get('/reviews?whose=team&due=overdue')).text, /Margaret Tolley/)
    assert.match(
      (await mo.get('/reviews?whose=nobody&due=never&page=x')).text,
      /0 reviews due or overdue/,
    )
  })

  it('stands on the worker’s day and in the navigation with its number, and on the record', async () => {
    const { id, carer } = await aReviewDue()
    const { items, total } = await as(jo.actor, (tx) =>
      reviewsDue.list(tx, { actor: jo.actor, today, limit: 1000 }),
    )
    assert.equal(items.length, total)
    const item = items.find(({ href }) => href === `/reviews/${id}`)
    assert.equal(item?.title, 'First review: Margaret Tolley')
    assert.match((await jo.get('/reviews')).text, new RegExp(`Reviews ${total}`))
    const panel = await as(jo.actor, (tx) =>
      reviewPanel.show(tx, { personId: carer.id, actor: jo.actor, today }),
    )
    assert.match(String(panel?.body), /1 day overdue/)
  })
})
