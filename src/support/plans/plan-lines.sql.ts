import { sql } from 'kysely'
import { responsibilityOf } from '#assess/eligibility/determination.ts'
import type { Responsibility } from '#assess/eligibility/responsible-authority.rules.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { listPaymentsOfPlan } from '#support/payments/payments.sql.ts'
import type { HowOften, Plan, PlanAction, PlanGoal, PlanNeed, WholePlan } from './plan.ts'
import { getPlan } from './plans.sql.ts'

const here = sql<number>`actor_authority()`

/** The plan with its needs, goals, actions and payments, each in its order; throws NotFound. */
export async function getWholePlan(tx: Tx, id: string): Promise<WholePlan> {
  const plan = await getPlan(tx, id)
  return {
    plan,
    needs: await listNeeds(tx, id),
    goals: await listGoals(tx, id),
    actions: await listActions(tx, id),
    payments: await listPaymentsOfPlan(tx, id),
    responsibility:
      plan.determinationId === null ? null : await findResponsibility(tx, plan.determinationId),
  }
}

/** Null too where the actor may read the plan and not the decision: a carer before it is sent. */
async function findResponsibility(tx: Tx, determinationId: string): Promise<Responsibility | null> {
  const found = await tx
    .selectFrom('determination')
    .select(['established', 'responsibility'])
    .where('authorityId', '=', here)
    .where('id', '=', determinationId)
    .$castTo<Parameters<typeof responsibilityOf>[0]>()
    .executeTakeFirst()
  return found === undefined ? null : responsibilityOf(found)
}

const ofPlan = (id: string) => sql<boolean>`authority_id = actor_authority() and plan_id = ${id}`

function listNeeds(tx: Tx, planId: string): Promise<PlanNeed[]> {
  const needs = tx.selectFrom('planNeed').where(ofPlan(planId)).orderBy('position').orderBy('id')
  return needs.select(['id', 'need', 'eligible', 'outcomeId', 'continuesId', 'version']).execute()
}

function listGoals(tx: Tx, planId: string): Promise<PlanGoal[]> {
  const goals = tx.selectFrom('planGoal').where(ofPlan(planId)).orderBy('position').orderBy('id')
  return goals
    .select(['id', 'words', 'iStatement', 'answerBefore', 'answerAfter', 'met', 'continuesId'])
    .select('version')
    .$castTo<PlanGoal>()
    .execute()
}

function listActions(tx: Tx, planId: string): Promise<PlanAction[]> {
  const actions = tx
    .selectFrom('planAction')
    .where(ofPlan(planId))
    .orderBy('position')
    .orderBy('id')
  return actions
    .select(['id', 'needId', 'goalId', 'action', 'target', 'owner', 'dueOn', 'doneOn', 'provider'])
    .select(['startsOn', 'reviewOn', 'paidBy', 'continuesId'])
    .select(['costPence', 'caredForAgreed', 'caredForAskedOn', 'caredForAgreedHow', 'version'])
    .$castTo<PlanAction>()
    .execute()
}

type Of = Pick<Plan, 'id' | 'personId'>

/** Where a new line goes: after the last one of its plan. */
const after = (table: 'plan_need' | 'plan_goal' | 'plan_action', planId: string) =>
  sql<number>`(select coalesce(max(position), 0) + 1 from ${sql.table(table)}
    where authority_id = actor_authority() and plan_id = ${planId})`

/** Adds a need to a plan; the same id again does nothing. */
export async function insertNeed(tx: Tx, of: Of, need: Omit<PlanNeed, 'version'>): Promise<void> {
  await tx
    .insertInto('planNeed')
    .values({ ...need, ...under(of), position: after('plan_need', of.id) })
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .execute()
}

export async function insertGoal(
  tx: Tx,
  of: Of,
  goal: Omit<PlanGoal, 'version' | 'answerAfter' | 'met'>,
): Promise<void> {
  await tx
    .insertInto('planGoal')
    .values({ ...goal, ...under(of), position: after('plan_goal', of.id) })
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .execute()
}

export async function insertAction(
  tx: Tx,
  of: Of,
  action: Omit<PlanAction, 'version' | 'doneOn'>,
): Promise<void> {
  await tx
    .insertInto('planAction')
    .values({ ...action, ...under(of), position: after('plan_action', of.id) })
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .execute()
}

function under(of: Of) {
  return { authorityId: here, planId: of.id, personId: of.personId }
}

type Seen = { readonly id: string; readonly version: number }

/** Changes a need that is still as it was seen; false where somebody else was first. */
export async function updateNeed(
  tx: Tx,
  seen: Seen,
  change: Pick<PlanNeed, 'need' | 'eligible' | 'outcomeId'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('planNeed')
    .set({ ...change, version: seen.version + 1 })
    .where('authorityId', '=', here)
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function updateGoal(
  tx: Tx,
  seen: Seen,
  change: Pick<PlanGoal, 'words' | 'iStatement' | 'answerBefore'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('planGoal')
    .set({ ...change, version: seen.version + 1 })
    .where('authorityId', '=', here)
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function updateAction(
  tx: Tx,
  seen: Seen,
  change: Omit<PlanAction, 'id' | 'version' | 'doneOn' | 'continuesId'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('planAction')
    .set({ ...change, version: seen.version + 1 })
    .where('authorityId', '=', here)
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** What the carer answers at a review: how often it is so now, and whether the goal is met. */
export async function updateGoalAnswer(
  tx: Tx,
  id: string,
  answer: { readonly answerAfter: HowOften; readonly met: boolean },
): Promise<void> {
  await tx
    .updateTable('planGoal')
    .set({ ...answer, version: sql`version + 1` })
    .where('authorityId', '=', here)
    .where('id', '=', id)
    .execute()
}

/** Takes a line out of a draft; throws NotFound where it is not under this plan. */
export async function deleteLine(
  tx: Tx,
  table: 'planNeed' | 'planGoal' | 'planAction',
  line: { readonly id: string; readonly planId: string },
): Promise<void> {
  const result = await tx
    .deleteFrom(table)
    .where('authorityId', '=', here)
    .where('planId', '=', line.planId)
    .where('id', '=', line.id)
    .executeTakeFirst()
  if (result.numDeletedRows === 0n) throw new NotFound('line')
}

/** Actions and payments that were for a need which is no longer in the plan are for none. */
export async function updateWithoutNeed(tx: Tx, planId: string, needId: string): Promise<void> {
  await tx
    .updateTable('planAction')
    .set({ needId: null, version: sql`version + 1` })
    .where('authorityId', '=', here)
    .where('planId', '=', planId)
    .where('needId', '=', needId)
    .execute()
  await tx
    .updateTable('payment')
    .set({ needIds: sql`array_remove(need_ids, ${needId}::uuid)`, version: sql`version + 1` })
    .where('authorityId', '=', here)
    .where('planId', '=', planId)
    .where('state', '=', 'proposed')
    .execute()
}

/** Support that served a goal which is no longer in the plan serves none. */
export async function updateWithoutGoal(tx: Tx, planId: string, goalId: string): Promise<void> {
  await tx
    .updateTable('planAction')
    .set({ goalId: null, version: sql`version + 1` })
    .where('authorityId', '=', here)
    .where('planId', '=', planId)
    .where('goalId', '=', goalId)
    .execute()
}

/** Marks an action of an agreed plan as done, or as still to do. */
export async function updateActionDone(
  tx: Tx,
  of: { readonly id: string; readonly planId: string; readonly doneOn: string | null },
): Promise<void> {
  const result = await tx
    .updateTable('planAction')
    .set({ doneOn: of.doneOn })
    .where('authorityId', '=', here)
    .where('planId', '=', of.planId)
    .where('id', '=', of.id)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) throw new NotFound('action')
}
