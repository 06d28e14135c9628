import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import { supportHouse } from '../testing.ts'
import {
  deleteLine,
  getWholePlan,
  insertAction,
  insertGoal,
  insertNeed,
  updateActionDone,
  updateGoalAnswer,
  updateNeed,
} from './plan-lines.sql.ts'
import {
  findPlan,
  getPlan,
  insertPlan,
  listOpenPlans,
  listPlansOf,
  listWaitingPlans,
  replaceAgreed,
  updateAsAgreed,
  updateAsEnded,
  updateAsSent,
  updateDraft,
} from './plans.sql.ts'

const house = await supportHouse([])
const { as, assessor, aCarer } = house
const jo = assessor.actor
const hub = jo.organisationIds[0]!
const today = isoDate('2018-04-03')

const agreement = {
  on: today,
  by: 'Margaret Tolley',
  how: 'telephone',
  involved: null,
  copiesTo: null,
} as const

async function aDraft(number = 1, reference = newReference('PLN')) {
  const carer = await aCarer()
  const plan = {
    id: newId(),
    reference,
    number,
    personId: carer.id,
    organisationId: hub,
    kind: 'adult_carer' as const,
    startedOn: today,
    workerId: jo.accountId,
    assessmentId: carer.assessmentId,
  }
  await as(jo, (tx) => insertPlan(tx, plan))
  return plan
}

const aNeed = () => ({ id: newId(), need: 'Sleep', eligible: true, outcomeId: 'C2a' })
const aGoal = () => ({
  id: newId(),
  words: 'See my sister',
  iStatement: 'relationships',
  answerBefore: 'never' as const,
})
const anAction = (needId: string | null) => ({
  id: newId(),
  needId,
  action: 'Night alarm',
  target: 'carer' as const,
  caredForAgreed: null,
  caredForAskedOn: null,
  caredForAgreedHow: null,
  owner: 'Jo Pugh',
  dueOn: isoDate('2018-04-20'),
  provider: null,
  costPence: null,
  goalId: null,
  startsOn: null,
  reviewOn: null,
  paidBy: null,
})

describe('a draft', () => {
  it('is made once, however often the same form is sent', async () => {
    const plan = await aDraft()
    assert.equal(await as(jo, (tx) => insertPlan(tx, plan)), false)
    assert.equal((await as(jo, (tx) => listPlansOf(tx, plan.personId))).length, 1)
  })

  it('is changed by who saw it last, and by nobody who saw it before', async () => {
    const { id } = await aDraft()
    assert.equal(
      await as(jo, (tx) => updateDraft(tx, { id, version: 1 }, { adviceReduce: 'a' })),
      true,
    )
    assert.equal(
      await as(jo, (tx) => updateDraft(tx, { id, version: 1 }, { adviceReduce: 'b' })),
      false,
    )
    assert.equal((await as(jo, (tx) => getPlan(tx, id))).adviceReduce, 'a')
  })

  it('keeps its contingency people and its matters as they were typed', async () => {
    const { id } = await aDraft()
    const people = [
      { name: 'Ruth O’Brien', relationship: 'Daughter', phone: '01632 960123', agreed: true },
    ]
    await as(jo, (tx) =>
      updateDraft(tx, { id, version: 1 }, { contingency: { people }, matters: ['able', 'work'] }),
    )
    const plan = await as(jo, (tx) => getPlan(tx, id))
    assert.deepEqual(plan.contingency, { people })
    assert.deepEqual(plan.matters, ['able', 'work'])
  })

  it('has its lines in the order in which they were added', async () => {
    const plan = await aDraft()
    const needs = [aNeed(), aNeed(), aNeed()]
    await as(jo, async (tx) => {
      for (const need of needs) await insertNeed(tx, { ...plan }, need)
      await insertNeed(tx, { ...plan }, needs[0]!)
    })
    const whole = await as(jo, (tx) => getWholePlan(tx, plan.id))
    assert.deepEqual(
      whole.needs.map(({ id }) => id),
      needs.map(({ id }) => id),
    )
    assert.equal(
      await as(jo, (tx) => updateNeed(tx, { id: needs[0]!.id, version: 2 }, needs[0]!)),
      false,
    )
  })

  it('gives up a line, and only under its own plan', async () => {
    const plan = await aDraft()
    const other = await aDraft()
    const goal = aGoal()
    await as(jo, (tx) => insertGoal(tx, plan, goal))
    await assert.rejects(
      as(jo, (tx) => deleteLine(tx, 'planGoal', { id: goal.id, planId: other.id })),
      NotFound,
    )
    await as(jo, (tx) => deleteLine(tx, 'planGoal', { id: goal.id, planId: plan.id }))
    assert.deepEqual((await as(jo, (tx) => getWholePlan(tx, plan.id))).goals, [])
  })

  it('stands among the open plans of its person until it ends', async () => {
    const { id, personId } = await aDraft()
    const open = () => as(jo, (tx) => listOpenPlans(tx, { personId, organisationId: hub }))
    assert.deepEqual(
      (await open()).map((plan) => plan.id),
      [id],
    )
    await as(jo, (tx) => updateAsEnded(tx, { id, on: today, reason: 'Written twice' }))
    assert.deepEqual(await open(), [])
  })
})

describe('an agreed plan', () => {
  async function agreed() {
    const plan = await aDraft()
    const need = aNeed()
    const goal = aGoal()
    const action = anAction(need.id)
    await as(jo, async (tx) => {
      await insertNeed(tx, plan, need)
      await insertGoal(tx, plan, goal)
      await insertAction(tx, plan, action)
      await updateAsAgreed(tx, plan.id, agreement)
    })
    return { plan, need, goal, action }
  }

  it('cannot be written over, nor any of its lines', async () => {
    const { plan, need } = await agreed()
    const seen = await as(jo, (tx) => getPlan(tx, plan.id))
    assert.equal(await as(jo, (tx) => updateDraft(tx, seen, { adviceReduce: 'x' })), false)
    const raw = as(jo, (tx) =>
      tx.updateTable('plan').set({ budgetPence: 1 }).where('id', '=', plan.id).execute(),
    )
    await assert.rejects(raw, /this plan is settled: its budget_pence cannot be changed/)
    await assert.rejects(
      as(jo, (tx) => updateNeed(tx, { id: need.id, version: 1 }, { ...need, need: 'Less' })),
      /cannot be changed/,
    )
    await assert.rejects(
      as(jo, (tx) => insertNeed(tx, plan, aNeed())),
      /cannot be changed/,
    )
    await assert.rejects(
      as(jo, (tx) => deleteLine(tx, 'planNeed', { id: need.id, planId: plan.id })),
      /cannot be changed/,
    )
    await assert.rejects(
      as(jo, (tx) => tx.deleteFrom('plan').where('id', '=', plan.id).execute()),
      /permission denied/,
    )
  })

  it('is told what became of its actions and goals', async () => {
    const { plan, goal, action } = await agreed()
    await as(jo, async (tx) => {
      await updateActionDone(tx, { id: action.id, planId: plan.id, doneOn: today })
      await updateGoalAnswer(tx, goal.id, { answerAfter: 'most_of_the_time', met: true })
    })
    const whole = await as(jo, (tx) => getWholePlan(tx, plan.id))
    assert.equal(whole.actions[0]?.doneOn, today)
    assert.deepEqual([whole.goals[0]?.answerAfter, whole.goals[0]?.met], ['most_of_the_time', true])
  })

  it('waits on its worker’s list until it is sent', async () => {
    const { plan } = await agreed()
    const waits = async () => {
      const { plans } = await as(jo, (tx) => listWaitingPlans(tx, { actor: jo, limit: 500 }))
      return plans.some(({ id }) => id === plan.id)
    }
    assert.equal(await waits(), true)
    await as(jo, (tx) =>
      updateAsSent(tx, { id: plan.id, at: '2018-04-03T12:00:00Z', as: 'large_print' }),
    )
    assert.equal(await waits(), false)
  })

  it('is kept beside the number that replaces it, of which one holds at a time', async () => {
    const { plan } = await agreed()
    const next = { ...plan, id: newId(), number: 2 }
    await as(jo, (tx) => insertPlan(tx, next))
    await assert.rejects(
      as(jo, (tx) => updateAsAgreed(tx, next.id, agreement)),
      /plan_agreed/,
    )
    await as(jo, async (tx) => {
      const former = await replaceAgreed(tx, plan.reference)
      assert.equal(former?.id, plan.id)
      await updateAsAgreed(tx, next.id, agreement)
    })
    const plans = await as(jo, (tx) => listPlansOf(tx, plan.personId))
    assert.deepEqual(
      plans.map(({ number, state }) => [number, state]),
      [
        [2, 'agreed'],
        [1, 'replaced'],
      ],
    )
  })
})

describe('who reads plans', () => {
  it('a worker of another hub does not, nor does a referrer', async () => {
    const { id } = await aDraft()
    const elsewhere = await house.signIn({ duties: ['assessor'], organisation: 'Another hub' })
    const practice = await house.signIn({
      duties: ['referrer'],
      organisation: 'A surgery',
      kind: 'gp_practice',
    })
    for (const { actor } of [elsewhere, practice]) {
      assert.equal(await as(actor, (tx) => findPlan(tx, id)), undefined)
      await assert.rejects(
        as(actor, (tx) => getPlan(tx, id)),
        NotFound,
      )
    }
  })

  it('a referrer does not even where the carer shares support with that organisation', async () => {
    const plan = await aDraft()
    const practice = await house.signIn({
      duties: ['referrer'],
      organisation: 'B surgery',
      kind: 'gp_practice',
    })
    await house.asSystem((tx) =>
      tx
        .insertInto('agreement')
        .values({
          authorityId: jo.authorityId,
          id: newId(),
          personId: plan.personId,
          organisationId: practice.actor.organisationIds[0]!,
          purposes: ['identity', 'support'],
          agreedOn: today,
          howGiven: 'spoken',
        })
        .execute(),
    )
    assert.equal(await as(practice.actor, (tx) => findPlan(tx, plan.id)), undefined)
  })

  it('the carer reads an agreed plan with its lines, and no draft', async () => {
    const plan = await aDraft()
    await as(jo, (tx) => insertNeed(tx, plan, aNeed()))
    const carer = await house.signIn({ duties: ['carer'], personId: plan.personId })
    const read = () => as(carer.actor, (tx) => listPlansOf(tx, plan.personId))
    const needs = () => as(carer.actor, (tx) => tx.selectFrom('planNeed').select('id').execute())
    assert.deepEqual([await read(), await needs()], [[], []])
    await as(jo, (tx) => updateAsAgreed(tx, plan.id, agreement))
    assert.deepEqual([(await read()).length, (await needs()).length], [1, 1])
  })

  it('nobody writes a plan for a person whom they may not read', async () => {
    const plan = await aDraft()
    const elsewhere = await house.signIn({ duties: ['assessor'], organisation: 'Another hub' })
    await assert.rejects(
      as(elsewhere.actor, (tx) =>
        insertPlan(tx, { ...plan, id: newId(), reference: newReference('PLN') }),
      ),
      /row-level security/,
    )
  })

  it('every change is in the history, with who made it', async () => {
    const { id } = await aDraft()
    await as(jo, (tx) => updateDraft(tx, { id, version: 1 }, { adviceReduce: 'Ring us' }))
    const rows = await as(jo, (tx) =>
      tx
        .selectFrom('history')
        .select(['action', 'accountId'])
        .where('rowId', '=', id)
        .orderBy('id')
        .execute(),
    )
    assert.deepEqual(rows, [
      { action: 'insert', accountId: jo.accountId },
      { action: 'update', accountId: jo.accountId },
    ])
  })
})
