import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { insertPayment } from '#support/payments/payments.sql.ts'
import { getWholePlan, insertAction, insertGoal, insertNeed } from './plan-lines.sql.ts'
import type { Plan, WholePlan } from './plan.ts'
import { findPlan, insertPlan, listOpenPlans } from './plans.sql.ts'

type Change = {
  readonly actor: Actor
  readonly id: string
  readonly from: string
  readonly today: IsoDate
}

/**
 * Begins the next number of an agreed plan as a draft with its words; the agreed one holds until the
 * new one is agreed. What is done stays behind, goals begin from the last answer, one-off payments are
 * not paid twice. Refused with the draft that is there already; the same id again leads to itself.
 */
export async function changePlan(tx: Tx, change: Change): Promise<Result<string, Plan>> {
  if ((await findPlan(tx, change.id)) !== undefined) return ok(change.id)
  const whole = await getWholePlan(tx, change.from)
  const { plan } = whole
  const open = await listOpenPlans(tx, plan)
  const draft = open.find((one) => one.reference === plan.reference && one.state === 'draft')
  if (draft !== undefined || plan.state !== 'agreed') return refused(draft ?? plan)
  await insertPlan(tx, {
    id: change.id,
    reference: plan.reference,
    number: plan.number + 1,
    personId: plan.personId,
    organisationId: plan.organisationId,
    kind: plan.kind,
    startedOn: change.today,
    workerId: change.actor.accountId,
    assessmentId: plan.assessmentId,
    determinationId: plan.determinationId,
    matters: plan.matters,
    adviceReduce: plan.adviceReduce,
    advicePrevent: plan.advicePrevent,
    contingency: plan.contingency,
  })
  await copyLines(tx, whole, change)
  return ok(change.id)
}

async function copyLines(tx: Tx, whole: WholePlan, change: Change): Promise<void> {
  const to = { id: change.id, personId: whole.plan.personId }
  const newNeeds = new Map(whole.needs.map((need) => [need.id, newId()]))
  const needOf = (id: string | null) => (id === null ? null : (newNeeds.get(id) ?? null))
  for (const { id, need, eligible, outcomeId } of whole.needs) {
    const line = { id: newNeeds.get(id) ?? newId(), continuesId: id }
    await insertNeed(tx, to, { ...line, need, eligible, outcomeId })
  }
  const newGoals = new Map<string, string>()
  for (const { id, words, iStatement, answerAfter, answerBefore, met } of whole.goals) {
    if (met === true) continue
    const line = { id: newId(), continuesId: id, answerBefore: answerAfter ?? answerBefore }
    newGoals.set(id, line.id)
    await insertGoal(tx, to, { ...line, words, iStatement })
  }
  for (const action of whole.actions.filter(({ doneOn }) => doneOn === null)) {
    const { version: _seen, doneOn: _open, id: continuesId, ...line } = action
    const goalId = newGoals.get(action.goalId ?? '') ?? null
    const under = { needId: needOf(action.needId), goalId }
    await insertAction(tx, to, { ...line, ...under, id: newId(), continuesId })
  }
  for (const payment of whole.payments) {
    if (payment.frequency === 'once' || payment.state === 'cancelled') continue
    const { basis, amountPence, frequency, purpose } = payment
    await insertPayment(tx, {
      id: newId(),
      planId: change.id,
      personId: whole.plan.personId,
      organisationId: whole.plan.organisationId,
      basis,
      amountPence,
      frequency,
      purpose,
      needIds: payment.needIds.flatMap((id) => needOf(id) ?? []),
      on: change.today,
      by: change.actor.accountId,
    })
  }
}
