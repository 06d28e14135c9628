import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { carerEligibility } from '#assess/eligibility/carer-eligibility.rules.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { insertPayment, listPaymentsOf, updateAsPaid } from '#support/payments/payments.sql.ts'
import { listOpenReviews, listReviewsOf } from '#support/diary/reviews.sql.ts'
import { supportHouse, type AboutCarer } from '../testing.ts'
import { agreePlan, planSeen } from './agree-plan.ts'
import { changePlan } from './change-plan.ts'
import { aWholePlan } from './plan.fixture.ts'
import {
  getWholePlan,
  insertAction,
  insertGoal,
  insertNeed,
  updateGoalAnswer,
} from './plan-lines.sql.ts'
import { getPlan, listPlansOf, updateDraft } from './plans.sql.ts'
import { familyDecision } from '#assess/eligibility/family-decision.rules.ts'
import { needsFrom, planKind, startPlan } from './start-plan.ts'

const house = await supportHouse([])
const { as, aCarer } = house
const jo = house.assessor.actor
const today = isoDate('2018-04-03')
const agreement = {
  on: today,
  by: 'Margaret Tolley',
  how: 'telephone',
  involved: null,
  copiesTo: null,
} as const

async function started(about: AboutCarer = {}) {
  const carer = await aCarer(about)
  const id = newId()
  const begun = await as(jo, (tx) => startPlan(tx, { actor: jo, id, personId: carer.id, today }))
  assert.ok(begun.ok)
  return { id, carer }
}

/** A draft that has all it needs, like `aWholePlan`, with payments of these amounts. */
async function complete(amounts: readonly number[] = [300_00], about: AboutCarer = {}) {
  const { id, carer } = await started(about)
  const model = aWholePlan()
  const of = { id, personId: carer.id }
  const needs = model.needs.map((need) => ({ ...need, id: newId() }))
  await as(jo, async (tx) => {
    for (const { version: _, ...need } of needs) await insertNeed(tx, of, need)
    for (const { words, iStatement, answerBefore } of model.goals) {
      await insertGoal(tx, of, { id: newId(), words, iStatement, answerBefore })
    }
    const { version: _v, doneOn: _d, ...line } = model.actions[0]!
    await insertAction(tx, of, { ...line, id: newId(), needId: needs[1]!.id })
    for (const amountPence of amounts) {
      await insertPayment(tx, {
        id: newId(),
        planId: id,
        personId: carer.id,
        organisationId: jo.organisationIds[0]!,
        basis: 'direct_payment',
        amountPence,
        frequency: 'once',
        purpose: 'A weekend away',
        needIds: [needs[0]!.id],
        on: today,
        by: jo.accountId,
      })
    }
    const cost = amounts.reduce((sum, amount) => sum + amount, 0)
    await updateDraft(
      tx,
      { id, version: 1 },
      {
        matters: model.plan.matters,
        adviceReduce: model.plan.adviceReduce,
        advicePrevent: model.plan.advicePrevent,
        contingency: model.plan.contingency,
        budgetPence: cost,
        personPaysPence: 0,
        authorityPaysPence: cost,
      },
    )
  })
  return { id, carer }
}

async function agree(id: string, seen?: string) {
  return as(jo, async (tx) => {
    const now = planSeen(await getWholePlan(tx, id))
    return agreePlan(tx, { actor: jo, id, seen: seen ?? now, agreement })
  })
}

describe('starting a plan', () => {
  it('rests it on the latest completed assessment', async () => {
    const { id, carer } = await started()
    const plan = await as(jo, (tx) => getPlan(tx, id))
    assert.deepEqual(
      [plan.assessmentId, plan.state, plan.number, plan.kind],
      [carer.assessmentId, 'draft', 1, 'adult_carer'],
    )
    assert.match(plan.reference, /^PLN-\w{5}-\w$/)
  })

  it('can be done before any assessment, with nothing to rest on', async () => {
    const { id } = await started({ assessedOn: null, kind: 'young_carer' })
    const plan = await as(jo, (tx) => getPlan(tx, id))
    assert.deepEqual([plan.assessmentId, plan.kind], [null, 'young_carer'])
  })

  it('leads to the plan that is open already instead of a second one', async () => {
    const { id, carer } = await started()
    const again = await as(jo, (tx) =>
      startPlan(tx, { actor: jo, id: newId(), personId: carer.id, today }),
    )
    assert.equal(again.ok ? '' : again.error.id, id)
    const same = await as(jo, (tx) => startPlan(tx, { actor: jo, id, personId: carer.id, today }))
    assert.deepEqual(same, { ok: true, value: id })
  })

  it('takes over the needs that the decision found, with their evidence', () => {
    const part = { ref: '', reason: '', met: true }
    const steps = [
      {
        id: 'C2' as const,
        ref: 'reg 3(2)',
        met: true,
        reason: '',
        parts: [
          {
            ...part,
            id: 'C2a' as const,
            title: 'Health',
            evidence: 'not slept through since January',
          },
          { ...part, id: 'O4' as const, title: 'Eating well', met: false },
          { ...part, id: 'O8' as const, title: 'Free time' },
        ],
      },
    ]
    assert.deepEqual(needsFrom({ steps, eligible: true }), [
      { need: 'Health: not slept through since January', eligible: true, outcomeId: 'C2a' },
      { need: 'Free time', eligible: true, outcomeId: 'O8' },
    ])
    assert.deepEqual(needsFrom({ steps: null, eligible: null }), [])
    const familySteps = familyDecision('young_carer', {
      Y1: { answer: 'yes', reason: 'You are up at night.' },
    }).steps
    assert.deepEqual(
      needsFrom({ steps: null, eligible: null, familySteps }).map(({ need }) => need),
      ['You are up at night'],
    )
  })

  it('begins from a real decision, with its needs and its advice', async () => {
    const carer = await aCarer()
    const findings = {
      C1: true,
      C2a: true,
      outcomes: { O8: ['U1'] as const },
      C3: true,
      evidence: { C2a: 'not slept through since January' },
    }
    const { eligible, steps } = carerEligibility(findings)
    await as(jo, (tx) =>
      tx
        .insertInto('determination')
        .values({
          authorityId: jo.authorityId,
          id: newId(),
          assessmentId: carer.assessmentId,
          personId: carer.id,
          organisationId: jo.organisationIds[0]!,
          number: 1,
          state: 'decided',
          rulesVersion: '1',
          findings: JSON.stringify(findings),
          steps: JSON.stringify(steps),
          eligible,
          adviceReduce: 'Ask the pharmacy to deliver.',
          decidedOn: '2018-03-14',
          decidedByName: 'Jo Pugh',
          decidedAs: 'delegate',
        })
        .execute(),
    )
    const id = newId()
    await as(jo, (tx) => startPlan(tx, { actor: jo, id, personId: carer.id, today }))
    const { plan, needs } = await as(jo, (tx) => getWholePlan(tx, id))
    assert.equal(plan.adviceReduce, 'Ask the pharmacy to deliver.')
    assert.deepEqual(
      needs.map((need) => [need.outcomeId, need.eligible]),
      [
        ['C2a', true],
        ['O8', true],
      ],
    )
    assert.match(needs[0]?.need ?? '', /: not slept through since January$/)
  })

  it('follows the law for the kind of carer', () => {
    const rows = [
      ['parent_carer', 'parent_carer'],
      ['young_carer', 'young_carer'],
      ['transition', 'young_carer'],
      ['young_adult_carer', 'adult_carer'],
      [undefined, 'adult_carer'],
    ] as const
    for (const [carer, kind] of rows) assert.equal(planKind(carer), kind)
  })
})

describe('agreeing a plan', () => {
  it('makes it hold, agrees its payment and puts the first review on the list', async () => {
    const { id, carer } = await complete()
    assert.ok((await agree(id)).ok)
    const plan = await as(jo, (tx) => getPlan(tx, id))
    assert.deepEqual([plan.state, plan.agreedOn, plan.agreedHow], ['agreed', today, 'telephone'])
    const [payment] = await as(jo, (tx) => listPaymentsOf(tx, carer.id))
    assert.deepEqual([payment?.state, payment?.agreedBy], ['agreed', jo.accountId])
    const [review] = await as(jo, (tx) => listOpenReviews(tx, id))
    assert.deepEqual(
      [review?.kind, review?.dueFrom, review?.dueOn, review?.reviewerId],
      ['first', '2018-05-15', '2018-05-29', jo.accountId],
    )
  })

  it('is refused in words while something is missing, and changes nothing', async () => {
    const { id } = await started()
    const answer = await agree(id)
    assert.ok(!answer.ok && answer.error.because === 'incomplete')
    assert.ok(answer.error.faults.length > 5)
    assert.equal((await as(jo, (tx) => getPlan(tx, id))).state, 'draft')
  })

  it('waits for a manager where a payment is above what a plan may promise', async () => {
    const { id } = await complete([600_00])
    const answer = await agree(id)
    assert.ok(!answer.ok && answer.error.because === 'incomplete')
    assert.deepEqual(
      answer.error.faults.map(({ ref }) => ref),
      ['Scheme of delegation'],
    )
  })

  it('is refused where the plan changed after it was shown', async () => {
    const { id, carer } = await complete()
    const seen = planSeen(await as(jo, (tx) => getWholePlan(tx, id)))
    await as(jo, (tx) =>
      insertGoal(
        tx,
        { id, personId: carer.id },
        { id: newId(), words: 'Sing again', iStatement: 'balance', answerBefore: 'never' },
      ),
    )
    assert.deepEqual(await agree(id, seen), { ok: false, error: { because: 'changed' } })
  })

  it('sent twice acts once', async () => {
    const { id, carer } = await complete()
    const seen = planSeen(await as(jo, (tx) => getWholePlan(tx, id)))
    assert.ok((await agree(id, seen)).ok && (await agree(id, seen)).ok)
    assert.equal((await as(jo, (tx) => listReviewsOf(tx, carer.id))).length, 1)
  })
})

describe('changing an agreed plan', () => {
  it('keeps the old number until the new one is agreed, then sets it aside', async () => {
    const { id, carer } = await complete()
    await agree(id)
    const next = newId()
    const change = { actor: jo, id: next, from: id, today }
    assert.ok((await as(jo, (tx) => changePlan(tx, change))).ok)
    assert.ok((await as(jo, (tx) => changePlan(tx, change))).ok, 'the same form again')
    const second = await as(jo, (tx) => changePlan(tx, { ...change, id: newId() }))
    assert.equal(second.ok ? '' : second.error.id, next)
    const whole = await as(jo, (tx) => getWholePlan(tx, next))
    assert.deepEqual(
      [whole.needs.length, whole.goals.length, whole.actions.length, whole.payments.length],
      [2, 1, 1, 0],
    )
    assert.equal(whole.actions[0]?.needId, whole.needs[1]?.id)
    await as(jo, (tx) =>
      insertAction(
        tx,
        { id: next, personId: carer.id },
        { ...lineFor(whole.needs[0]!.id), id: newId() },
      ),
    )
    await as(jo, (tx) =>
      updateDraft(
        tx,
        { id: next, version: 1 },
        { budgetPence: 0, personPaysPence: 0, authorityPaysPence: 0 },
      ),
    )
    assert.ok((await agree(next)).ok)
    const plans = await as(jo, (tx) => listPlansOf(tx, carer.id))
    assert.deepEqual(
      plans.map(({ number, state }) => [number, state]),
      [
        [2, 'agreed'],
        [1, 'replaced'],
      ],
    )
    const open = await as(jo, (tx) => listReviewsOf(tx, carer.id))
    assert.deepEqual(
      open.map(({ planId }) => planId),
      [next],
    )
  })

  it('leaves met goals behind and begins the others from their last answer', async () => {
    const { id, carer } = await complete()
    const of = { id, personId: carer.id }
    await as(jo, (tx) =>
      insertGoal(tx, of, {
        id: newId(),
        words: 'Sing again',
        iStatement: 'balance',
        answerBefore: 'never',
      }),
    )
    await agree(id)
    const { goals } = await as(jo, (tx) => getWholePlan(tx, id))
    await as(jo, async (tx) => {
      await updateGoalAnswer(tx, goals[0]!.id, { answerAfter: 'always', met: true })
      await updateGoalAnswer(tx, goals[1]!.id, { answerAfter: 'some_of_the_time', met: false })
    })
    const next = newId()
    await as(jo, (tx) => changePlan(tx, { actor: jo, id: next, from: id, today }))
    const copied = await as(jo, (tx) => getWholePlan(tx, next))
    assert.deepEqual(
      copied.goals.map(({ words, answerBefore }) => [words, answerBefore]),
      [['Sing again', 'some_of_the_time']],
    )
  })

  it('carries a payment that goes on into the new plan, and stops it in the old', async () => {
    const { id, carer } = await complete([])
    await as(jo, (tx) => insertPayment(tx, { ...monthly(), planId: id, personId: carer.id }))
    const { version } = await as(jo, (tx) => getPlan(tx, id))
    const { needs, payments } = await as(jo, (tx) => getWholePlan(tx, id))
    await as(house.manager.actor, (tx) =>
      tx
        .updateTable('payment')
        .set({ state: 'agreed', agreedOn: today, needIds: [needs[0]!.id] })
        .where('id', '=', payments[0]!.id)
        .execute(),
    )
    await as(jo, (tx) =>
      updateDraft(
        tx,
        { id, version },
        { budgetPence: 240_00, personPaysPence: 0, authorityPaysPence: 240_00 },
      ),
    )
    assert.ok((await agree(id)).ok)
    await as(jo, (tx) =>
      updateAsPaid(tx, { id: payments[0]!.id, from: 'agreed', version: 1, on: today }),
    )
    const next = newId()
    await as(jo, (tx) => changePlan(tx, { actor: jo, id: next, from: id, today }))
    const copied = await as(jo, (tx) => getWholePlan(tx, next))
    assert.deepEqual(
      copied.payments.map(({ state, frequency, needIds }) => [state, frequency, needIds]),
      [['proposed', 'monthly', [copied.needs[0]!.id]]],
    )
  })
})

const lineFor = (needId: string) => ({
  needId,
  action: 'Befriender on Thursdays',
  target: 'carer' as const,
  caredForAgreed: null,
  caredForAskedOn: null,
  caredForAgreedHow: null,
  owner: 'Jo Pugh',
  dueOn: today,
  provider: null,
  costPence: null,
  goalId: null,
  startsOn: null,
  reviewOn: null,
  paidBy: null,
})

const monthly = () => ({
  id: newId(),
  organisationId: jo.organisationIds[0]!,
  basis: 'direct_payment' as const,
  amountPence: 20_00,
  frequency: 'monthly' as const,
  purpose: 'A cleaner',
  needIds: [],
  on: today,
  by: jo.accountId,
})
