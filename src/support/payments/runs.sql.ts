import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Pence } from '#platform/lib/money.ts'
import type { Run, RunState } from './run.ts'

const here = sql<number>`actor_authority()`

/** The run; throws NotFound where the actor may not see it. */
export async function getRun(tx: Tx, id: string): Promise<Run> {
  const query = tx.selectFrom('paymentRun').selectAll().where('authorityId', '=', here)
  const run = await query.where('id', '=', id).$castTo<Run>().executeTakeFirst()
  if (run === undefined) throw new NotFound('payment run')
  return run
}

/** The run, held until the transaction ends: who gathers, approves and sends one wait for each other. */
export async function lockRun(tx: Tx, id: string): Promise<Run> {
  await sql`select from payment_run where authority_id = actor_authority() and id = ${id} for update`.execute(
    tx,
  )
  return getRun(tx, id)
}

/** The latest runs. */
export async function listRuns(tx: Tx, limit: number): Promise<readonly Run[]> {
  const query = tx.selectFrom('paymentRun').selectAll().where('authorityId', '=', here)
  return query.orderBy('begunAt', 'desc').limit(limit).$castTo<Run>().execute()
}

export type NewRun = Pick<Run, 'id' | 'reference' | 'organisationId' | 'upTo' | 'payOn'>

/** Begins a run; the same id again does nothing. */
export async function insertRun(tx: Tx, actor: Actor, run: NewRun): Promise<void> {
  await tx
    .insertInto('paymentRun')
    .values({
      ...run,
      authorityId: here,
      state: 'gathering',
      begunBy: actor.accountId!,
      begunByName: actor.displayName,
    })
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .execute()
}

/** Writes down how far the gathering got; after the last payment the run waits for approval. */
export async function updateGathered(
  tx: Tx,
  of: { readonly id: string; readonly to: string | null; readonly done: boolean },
): Promise<void> {
  await tx
    .updateTable('paymentRun')
    .set({
      ...(of.to === null ? {} : { gatheredTo: of.to }),
      ...(of.done ? { state: 'gathered' } : {}),
      version: sql`version + 1`,
    })
    .where('authorityId', '=', here)
    .where('id', '=', of.id)
    .where('state', '=', 'gathering')
    .execute()
}

export type Approval = {
  readonly lines: number
  readonly sumPence: Pence
  readonly fileHash: string
  readonly at: IsoInstant
}

/** Settles a gathered run with its totals and who approved it. */
export async function updateApproved(
  tx: Tx,
  actor: Actor,
  id: string,
  { at, ...totals }: Approval,
): Promise<void> {
  await moveRun(tx, id, {
    ...totals,
    state: 'approved',
    approvedBy: actor.accountId,
    approvedByName: actor.displayName,
    approvedAt: at,
  })
}

/** Begins to mark an approved run as paid. */
export async function updateSending(
  tx: Tx,
  actor: Actor,
  id: string,
  at: IsoInstant,
): Promise<void> {
  await moveRun(tx, id, {
    state: 'sending',
    sentBy: actor.accountId,
    sentByName: actor.displayName,
    sentAt: at,
  })
}

export async function updateRunState(
  tx: Tx,
  id: string,
  state: 'sent' | 'given_up',
): Promise<void> {
  await moveRun(tx, id, { state })
}

async function moveRun(
  tx: Tx,
  id: string,
  to: { readonly state: RunState } & Readonly<Record<string, string | number | null>>,
): Promise<void> {
  await tx
    .updateTable('paymentRun')
    .set({ ...to, version: sql`version + 1` })
    .where('authorityId', '=', here)
    .where('id', '=', id)
    .execute()
}

export type RunTotals = {
  readonly lines: number
  readonly carers: number
  readonly sumPence: Pence
  readonly directPence: Pence
  readonly grantPence: Pence
  /** What the lines are, in one word: who approves approves these and no others. */
  readonly seen: string
}

/** What the lines of a run come to. */
export async function sumRun(tx: Tx, id: string): Promise<RunTotals> {
  const { rows } = await sql<RunTotals>`
    select count(*)::integer as lines, count(distinct person_id)::integer as carers,
           coalesce(sum(amount_pence), 0) as "sumPence",
           coalesce(sum(amount_pence) filter (where basis = 'direct_payment'), 0) as "directPence",
           coalesce(sum(amount_pence) filter (where basis = 'prevention_grant'), 0) as "grantPence",
           md5(coalesce(string_agg(id::text || payee_id::text || amount_pence, ',' order by id), '')) as seen
      from payment_instalment where authority_id = actor_authority() and run_id = ${id}`.execute(tx)
  return rows[0]!
}

export type RunLine = {
  readonly id: string
  readonly paymentId: string
  readonly personId: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly purpose: string | null
  readonly number: number
  readonly dueOn: IsoDate
  readonly amountPence: Pence
  readonly basis: 'direct_payment' | 'prevention_grant'
  readonly paidOn: IsoDate | null
  readonly endsWith: string | null
}

/** Lines of a run as they stand in its file, in its order. */
export async function listRunLines(
  tx: Tx,
  id: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly RunLine[]> {
  const { rows } = await sql<RunLine>`
    select i.id, i.payment_id as "paymentId", i.person_id as "personId", p.given_name as "givenName",
           p.family_name as "familyName", y.purpose, i.number, i.due_on as "dueOn", i.amount_pence as "amountPence",
           i.basis, i.paid_on as "paidOn", e.ends_with as "endsWith"
      from payment_instalment i
      left join person p on p.authority_id = i.authority_id and p.id = i.person_id
      left join payment y on y.authority_id = i.authority_id and y.id = i.payment_id
      left join payee e on e.authority_id = i.authority_id and e.id = i.payee_id
     where i.authority_id = actor_authority() and i.run_id = ${id}
     order by i.id offset ${page.offset} limit ${page.limit}`.execute(tx)
  return rows
}
