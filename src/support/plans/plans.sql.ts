import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { statement } from '#platform/db/statement.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { AgreedHow, Plan } from './plan.ts'

const here = sql<number>`actor_authority()`

/** The plan, if the actor may read it. */
export async function findPlan(tx: Tx, id: string): Promise<Plan | undefined> {
  const query = tx.selectFrom('plan').selectAll().where('authorityId', '=', here)
  return query.where('id', '=', id).$castTo<Plan>().executeTakeFirst()
}

/** The plan; throws NotFound. */
export async function getPlan(tx: Tx, id: string): Promise<Plan> {
  const plan = await findPlan(tx, id)
  if (plan === undefined) throw new NotFound('plan')
  return plan
}

/** The plan, held until the transaction ends, so that nobody changes its state meanwhile. */
export async function lockPlan(tx: Tx, id: string): Promise<Plan> {
  await tx
    .selectFrom('plan')
    .select('id')
    .where('authorityId', '=', here)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return getPlan(tx, id)
}

/** All plans of a person, the newest first; of one reference the highest number first. */
export const listPlansOf = statement((tx, personId: string) =>
  tx
    .selectFrom('plan')
    .selectAll()
    .where('authorityId', '=', here)
    .where('personId', '=', personId)
    .orderBy('startedOn', 'desc')
    .orderBy('number', 'desc')
    .$castTo<Plan>(),
)

/** Plans of a person that are being written or hold, with one organisation. Two starting at once wait for each other. */
export async function listOpenPlans(
  tx: Tx,
  of: { readonly personId: string; readonly organisationId: number },
): Promise<readonly Plan[]> {
  await sql`select pg_advisory_xact_lock(hashtext(${`plan of ${of.personId}`}))`.execute(tx)
  const plans = await listPlansOf(tx, of.personId)
  return plans.filter(
    (plan) =>
      plan.organisationId === of.organisationId &&
      (plan.state === 'draft' || plan.state === 'agreed'),
  )
}

export type NewPlan = Pick<
  Plan,
  'id' | 'reference' | 'number' | 'personId' | 'organisationId' | 'kind' | 'startedOn' | 'workerId'
> &
  Partial<
    Pick<
      Plan,
      | 'assessmentId'
      | 'determinationId'
      | 'matters'
      | 'adviceReduce'
      | 'advicePrevent'
      | 'contingency'
    >
  >

/** Begins a draft; the same id again does nothing and gives false. */
export async function insertPlan(tx: Tx, plan: NewPlan): Promise<boolean> {
  const { matters, contingency, ...rest } = plan
  const result = await tx
    .insertInto('plan')
    .values({
      ...rest,
      authorityId: here,
      state: 'draft',
      matters: [...(matters ?? [])],
      contingency: JSON.stringify(contingency ?? {}),
    })
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export type PlanChange = Partial<
  Pick<
    Plan,
    | 'assessmentId'
    | 'determinationId'
    | 'budgetPence'
    | 'personPaysPence'
    | 'authorityPaysPence'
    | 'matters'
    | 'adviceReduce'
    | 'advicePrevent'
    | 'contingency'
  >
>

/** Changes a draft that is still as it was seen (`version`); false where somebody else was first. */
export async function updateDraft(
  tx: Tx,
  of: { readonly id: string; readonly version: number },
  change: PlanChange,
): Promise<boolean> {
  const { contingency, matters, ...rest } = change
  const result = await tx
    .updateTable('plan')
    .set({
      ...rest,
      ...(matters === undefined ? {} : { matters: [...matters] }),
      ...(contingency === undefined ? {} : { contingency: JSON.stringify(contingency) }),
      version: of.version + 1,
    })
    .where('authorityId', '=', here)
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export type PlanAgreement = {
  readonly on: IsoDate
  readonly by: string
  readonly how: AgreedHow
  readonly involved: string | null
  readonly copiesTo: string | null
}

/** Makes a draft the plan that holds, and shows it and its lines to the carer. */
export async function updateAsAgreed(tx: Tx, id: string, agreement: PlanAgreement): Promise<void> {
  await tx
    .updateTable('plan')
    .set({
      state: 'agreed',
      agreedOn: agreement.on,
      agreedBy: agreement.by,
      agreedHow: agreement.how,
      involved: agreement.involved,
      copiesTo: agreement.copiesTo,
      version: sql`version + 1`,
    })
    .where('authorityId', '=', here)
    .where('id', '=', id)
    .execute()
  for (const table of ['planNeed', 'planGoal', 'planAction'] as const) {
    await tx
      .updateTable(table)
      .set({ withheld: false })
      .where('authorityId', '=', here)
      .where('planId', '=', id)
      .execute()
  }
}

/** Sets aside the plan that held under this reference; gives it, or nothing where there was none. */
export async function replaceAgreed(tx: Tx, reference: string): Promise<Plan | undefined> {
  return tx
    .updateTable('plan')
    .set({ state: 'replaced', version: sql`version + 1` })
    .where('authorityId', '=', here)
    .where('reference', '=', reference)
    .where('state', '=', 'agreed')
    .returningAll()
    .$castTo<Plan>()
    .executeTakeFirst()
}

/** Ends a plan, or gives up a draft. */
export async function updateAsEnded(
  tx: Tx,
  of: { readonly id: string; readonly on: IsoDate; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('plan')
    .set({ state: 'ended', endedOn: of.on, endReason: of.reason, version: sql`version + 1` })
    .where('authorityId', '=', here)
    .where('id', '=', of.id)
    .where('state', 'in', ['draft', 'agreed'])
    .execute()
}

/** Writes down that the carer was sent the plan, and in which format. */
export async function updateAsSent(
  tx: Tx,
  of: { readonly id: string; readonly at: IsoInstant; readonly as: string },
): Promise<void> {
  await tx
    .updateTable('plan')
    .set({ sentAt: of.at, sentAs: of.as })
    .where('authorityId', '=', here)
    .where('id', '=', of.id)
    .execute()
}

export type WaitingPlan = Pick<
  Plan,
  'id' | 'personId' | 'state' | 'startedOn' | 'agreedOn' | 'reference' | 'kind'
> & {
  /** The day of the decision that it rests on, or the day on which it was begun. */
  readonly sinceOn: IsoDate
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
}

/** The worker's drafts, and plans that were agreed but not yet sent; the oldest first. */
export async function listWaitingPlans(
  tx: Tx,
  of: { readonly actor: Actor; readonly limit: number },
): Promise<{ readonly plans: readonly WaitingPlan[]; readonly total: number }> {
  const waiting = tx
    .selectFrom('plan')
    .innerJoin('person', (join) =>
      join
        .onRef('person.authorityId', '=', 'plan.authorityId')
        .onRef('person.id', '=', 'plan.personId'),
    )
    .leftJoin('determination', (join) =>
      join
        .onRef('determination.authorityId', '=', 'plan.authorityId')
        .onRef('determination.id', '=', 'plan.determinationId'),
    )
    .where('plan.authorityId', '=', here)
    .where('plan.workerId', '=', of.actor.accountId)
    .where((where) =>
      where.or([
        where('plan.state', '=', 'draft'),
        where.and([where('plan.state', '=', 'agreed'), where('plan.sentAt', 'is', null)]),
      ]),
    )
  const plans = await waiting
    .select(['plan.id', 'plan.personId', 'plan.state', 'startedOn', 'agreedOn', 'plan.reference'])
    .select(['plan.kind', 'givenName', 'familyName', 'knownAs'])
    .select(({ fn }) =>
      fn
        .coalesce('determination.countersignedOn', 'determination.decidedOn', 'startedOn')
        .as('sinceOn'),
    )
    .orderBy('startedOn')
    .orderBy('plan.id')
    .limit(of.limit)
    .$castTo<WaitingPlan>()
    .execute()
  const count = await waiting
    .select((one) => one.fn.countAll<number>().as('total'))
    .executeTakeFirst()
  return { plans, total: count?.total ?? 0 }
}
