import {
  sql,
  type Insertable,
  type RawBuilder,
  type SelectQueryBuilder,
  type Updateable,
} from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { statement } from '#platform/db/statement.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newReference } from '#platform/lib/reference.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import { fullName } from '#people/persons/person.ts'
import { toldSchema, type Referral, type ReferralState } from './referral.ts'

/**
 * Writes a referral down under a reference of its own; false where the row is there already (the
 * same form sent twice). References are drawn at random, so one may be taken: then another.
 */
export async function insertReferral(
  tx: Tx,
  referral: Omit<Insertable<DB['referral']>, 'reference' | 'readers' | 'version'>,
): Promise<boolean> {
  for (let drawn = 0; drawn < 20; drawn += 1) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('referral')
      .values({ ...referral, reference: newReference('REF') })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) return true
    if (await isThere(tx, referral.id)) return false
  }
  throw new Error('no free reference was drawn')
}

/** Asked of the database as itself: senders may write a referral and not read it. */
async function isThere(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select referral_is_there(${id}) as there`.execute(
    tx,
  )
  return rows[0]?.there === true
}

/** Referrals with the names that stand for their numbers. */
export function selectReferrals(tx: Tx) {
  return tx
    .selectFrom('referral')
    .leftJoin('organisation as sender', (join) =>
      join
        .onRef('sender.authorityId', '=', 'referral.authorityId')
        .onRef('sender.id', '=', 'referral.fromOrganisationId'),
    )
    .innerJoin('organisation as receiver', (join) =>
      join
        .onRef('receiver.authorityId', '=', 'referral.authorityId')
        .onRef('receiver.id', '=', 'referral.toOrganisationId'),
    )
    .leftJoin('account as worker', (join) =>
      join
        .onRef('worker.authorityId', '=', 'referral.authorityId')
        .onRef('worker.id', '=', 'referral.workerId'),
    )
    .leftJoin('account as triager', (join) =>
      join
        .onRef('triager.authorityId', '=', 'referral.authorityId')
        .onRef('triager.id', '=', 'referral.triagedBy'),
    )
    .leftJoin('account as taker', (join) =>
      join
        .onRef('taker.authorityId', '=', 'referral.authorityId')
        .onRef('taker.id', '=', 'referral.takenBy'),
    )
    .leftJoin('person', (join) =>
      join
        .onRef('person.authorityId', '=', 'referral.authorityId')
        .onRef('person.id', '=', 'referral.personId'),
    )
    .selectAll('referral')
    .select([
      'person.givenName',
      'person.familyName',
      'sender.name as from',
      'receiver.name as to',
      'worker.displayName as worker',
      'triager.displayName as triager',
      'taker.displayName as taker',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectReferrals>['executeTakeFirstOrThrow']>>

/** A row of those as triage sees it. */
export function asReferral({ told, givenName, familyName, ...row }: Row): Referral {
  const read = toldSchema.safeParse(told)
  return {
    ...row,
    state: row.state as ReferralState,
    kind: row.kind as CarerKind,
    told: read.success ? read.data : null,
    carer: givenName === null ? null : fullName({ givenName, familyName: familyName ?? '' }),
  }
}

/** A referral to an organisation of the actor's; throws NotFound where there is none. */
export async function getReferral(tx: Tx, actor: Actor, id: string): Promise<Referral> {
  const referral = await findReferral(tx, actor, id)
  if (referral === undefined) throw new NotFound('referral')
  return referral
}

/** A referral to an organisation of the actor's, if it has one of this id. */
export async function findReferral(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Referral | undefined> {
  const row = await selectReferrals(tx)
    .where('referral.id', '=', id)
    .where('referral.toOrganisationId', 'in', [...actor.organisationIds, -1])
    .executeTakeFirst()
  return row === undefined ? undefined : asReferral(row)
}

/** The referral of that reference, if it came to an organisation of the actor's. */
export function findReferralByReference(
  tx: Tx,
  actor: Actor,
  reference: string,
): Promise<{ id: string } | undefined> {
  return tx
    .selectFrom('referral')
    .select('id')
    .where('reference', '=', reference)
    .where('toOrganisationId', 'in', [...actor.organisationIds, -1])
    .executeTakeFirst()
}

/** Holds the referral until the transaction ends: of two who triage it at once, one waits and then sees. */
export async function lockReferral(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('referral').select('id').where('id', '=', id).forUpdate().execute()
}

/** Saves a step of triage; false where someone else took one since that version was read. */
export async function updateReferral(
  tx: Tx,
  of: {
    readonly id: string
    readonly version: number
    readonly values: Omit<Updateable<DB['referral']>, 'authorityId' | 'id' | 'readers' | 'version'>
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('referral')
    .set((eb) => ({ ...of.values, version: eb('version', '+', 1) }))
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Referrals to the actor's organisations in these states: urgent ones first, then the longest here. */
export async function listReferrals(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly states: readonly ReferralState[]
    /** Those given to this worker or to nobody; all of them unless told. */
    readonly forWorker?: string | null
    readonly newestFirst?: boolean
    readonly offset?: number
    readonly limit: number
  },
): Promise<Referral[]> {
  // Which they are first: the names that stand for their numbers are asked of those alone that are shown.
  const shown = ordered(tx.selectFrom('referral').select('referral.id'), of)
    .where('referral.toOrganisationId', 'in', [...of.actor.organisationIds, -1])
    .where('referral.state', 'in', of.states)
    .where(withOrNobody(of.forWorker ?? null))
    .offset(of.offset ?? 0)
    .limit(of.limit)
  const rows = await ordered(selectReferrals(tx), of).where('referral.id', 'in', shown).execute()
  return rows.map(asReferral)
}

function ordered<T extends SelectQueryBuilder<DB, 'referral', object>>(
  query: T,
  { newestFirst = false }: { readonly newestFirst?: boolean },
): T {
  const order = newestFirst ? 'desc' : 'asc'
  const first = newestFirst ? query : query.orderBy('referral.urgent', 'desc')
  return first.orderBy('referral.receivedOn', order).orderBy('referral.id', order) as T
}

/** What was given to somebody who left is everybody's again. */
const withOrNobody = (workerId: string | null): RawBuilder<boolean> =>
  workerId === null
    ? sql<boolean>`true`
    : sql<boolean>`(referral.worker_id is null or referral.worker_id = ${workerId} or exists (
        select from account a
         where a.authority_id = referral.authority_id and a.id = referral.worker_id and not a.active))`

/** How many referrals wait for this actor to decide on, or for anybody: asked for on every page. */
export async function countNew(tx: Tx, actor: Actor): Promise<number> {
  const { count } = await tx
    .selectFrom('referral')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('toOrganisationId', 'in', [...actor.organisationIds, -1])
    .where('state', '=', 'new')
    .where(withOrNobody(actor.accountId))
    .executeTakeFirstOrThrow()
  return count
}

/** How many referrals to the actor's organisations stand in each state. */
export async function countByState(
  tx: Tx,
  actor: Actor,
): Promise<Readonly<Record<ReferralState, number>>> {
  const rows = await tx
    .selectFrom('referral')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .where('toOrganisationId', 'in', [...actor.organisationIds, -1])
    .groupBy('state')
    .execute()
  const counts: Record<ReferralState, number> = {
    new: 0,
    asked: 0,
    accepted: 0,
    declined: 0,
    closed: 0,
  }
  for (const { state, count } of rows) counts[state as ReferralState] = count
  return counts
}

/** Accepted referrals of this worker whose carer nobody has talked with yet, soonest due first. */
export async function listToContact(
  tx: Tx,
  of: { readonly workerId: string; readonly limit: number },
): Promise<{ readonly referrals: Referral[]; readonly total: number }> {
  const rows = await selectReferrals(tx)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('referral.workerId', '=', of.workerId)
    .where('referral.state', '=', 'accepted')
    .where('referral.firstContactOn', 'is', null)
    .orderBy('referral.contactDueOn')
    .orderBy('referral.id')
    .limit(of.limit)
    .execute()
  return { referrals: rows.map(asReferral), total: rows[0]?.total ?? 0 }
}

/** A person's referrals, newest first. */
export async function listReferralsOf(tx: Tx, personId: string): Promise<Referral[]> {
  return (await rowsOf(tx, personId)).map(asReferral)
}

const rowsOf = statement((tx, personId: string) =>
  selectReferrals(tx)
    .where('referral.personId', '=', personId)
    .orderBy('referral.receivedOn', 'desc')
    .orderBy('referral.id', 'desc'),
)

/** Writes the day of the first talk on a person's accepted referrals that have none. */
export async function updateFirstContact(
  tx: Tx,
  of: { readonly personId: string; readonly on: IsoDate },
): Promise<void> {
  await tx
    .updateTable('referral')
    .set((eb) => ({ firstContactOn: of.on, version: eb('version', '+', 1) }))
    .where('personId', '=', of.personId)
    .where('state', '=', 'accepted')
    .where('firstContactOn', 'is', null)
    .where('receivedOn', '<=', of.on)
    .execute()
}
