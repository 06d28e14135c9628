import { sql, type Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Concern, ConcernState, ConcernStep } from './concern.ts'

/** Keeps a concern; false where it is there already (the same form sent twice). */
export async function insertConcern(
  tx: Tx,
  concern: Insertable<DB['safeguardingConcern']>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('safeguardingConcern')
    .values(concern)
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** A concern; throws NotFound where the actor may not read it. */
export async function getConcern(tx: Tx, id: string): Promise<Concern> {
  const concern = await tx
    .selectFrom('safeguardingConcern')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (concern === undefined) throw new NotFound('concern')
  return concern
}

/** The same for who works on it, held until the transaction ends: throws NotFound for who merely raised it. */
export async function lockConcern(tx: Tx, id: string): Promise<Concern> {
  const concern = await tx
    .selectFrom('safeguardingConcern')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (concern === undefined) throw new NotFound('concern')
  return concern
}

/** What was done about a concern, first to last. */
export function listSteps(tx: Tx, concernId: string): Promise<ConcernStep[]> {
  return tx
    .selectFrom('safeguardingStep')
    .selectAll()
    .where('concernId', '=', concernId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** Keeps a step; false where it is there already. */
export async function insertStep(
  tx: Tx,
  step: Insertable<DB['safeguardingStep']>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('safeguardingStep')
    .values(step)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateConcern(
  tx: Tx,
  id: string,
  change: {
    readonly state: ConcernState
    readonly told?: { readonly words: string; readonly at: string }
  },
): Promise<void> {
  await tx
    .updateTable('safeguardingConcern')
    .set((eb) => ({
      state: change.state,
      version: eb('version', '+', 1),
      ...(change.told === undefined
        ? {}
        : { toldWords: change.told.words, toldAt: change.told.at }),
    }))
    .where('id', '=', id)
    .execute()
}

/** Says which accounts read a concern and all that was done about it. */
export async function updateNamed(
  tx: Tx,
  of: { readonly id: string; readonly named: readonly string[] },
): Promise<void> {
  const named = [...of.named]
  await tx
    .updateTable('safeguardingConcern')
    .set((eb) => ({ named, version: eb('version', '+', 1) }))
    .where('id', '=', of.id)
    .execute()
  await tx.updateTable('safeguardingStep').set({ named }).where('concernId', '=', of.id).execute()
}

export type ConcernLine = Pick<
  Concern,
  'id' | 'reference' | 'aboutName' | 'about' | 'inDanger' | 'state' | 'raisedAt' | 'raisedByName'
>

const lineColumns = [
  'id',
  'reference',
  'aboutName',
  'about',
  'inDanger',
  'state',
  'raisedAt',
  'raisedByName',
] as const

/**
 * The concerns that the actor may read in full (those raised by themself only where they are named),
 * open ones or closed ones, whoever is in danger first, then oldest first.
 */
export function listConcerns(
  tx: Tx,
  of: {
    readonly reader: Reader
    readonly open: boolean
    readonly offset: number
    readonly limit: number
  },
): Promise<ConcernLine[]> {
  return readInFull(tx, of.reader, of.open)
    .select(lineColumns)
    .orderBy('inDanger', 'desc')
    .orderBy('raisedAt')
    .orderBy('id')
    .offset(of.offset)
    .limit(of.limit)
    .execute()
}

/** How many they are. */
export async function countConcerns(
  tx: Tx,
  of: { readonly reader: Reader; readonly open: boolean },
): Promise<number> {
  const { count } = await readInFull(tx, of.reader, of.open)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export type Reader = { readonly accountId: string | null; readonly leads: boolean }

function readInFull(tx: Tx, reader: Reader, open: boolean) {
  const query = tx.selectFrom('safeguardingConcern').where('state', open ? '<>' : '=', 'closed')
  return reader.leads ? query : query.where(sql<boolean>`${reader.accountId}::uuid = any (named)`)
}

/** What the actor raised themself, newest first. */
export function listRaisedBy(tx: Tx, accountId: string): Promise<ConcernLine[]> {
  return tx
    .selectFrom('safeguardingConcern')
    .select(lineColumns)
    .where('raisedBy', '=', accountId)
    .orderBy('raisedAt', 'desc')
    .limit(100)
    .execute()
}

/** Concerns raised from a record or about its person, newest first, of those that the actor may read. */
export function listConcernsOn(tx: Tx, personId: string): Promise<ConcernLine[]> {
  return tx
    .selectFrom('safeguardingConcern')
    .select(lineColumns)
    .where((eb) => eb.or([eb('recordId', '=', personId), eb('personId', '=', personId)]))
    .orderBy('raisedAt', 'desc')
    .execute()
}

/** The addresses of the authority's safeguarding leads. */
export async function listLeadAddresses(
  tx: Tx,
  of: { readonly authorityId: number; readonly today: IsoDate },
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('account')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.authorityId', '=', 'account.authorityId')
        .onRef('membership.accountId', '=', 'account.id'),
    )
    .select('account.email')
    .distinct()
    .where('account.authorityId', '=', of.authorityId)
    .where('account.active', '=', true)
    .where((eb) =>
      eb.or([eb('membership.until', 'is', null), eb('membership.until', '>=', of.today)]),
    )
    .where(sql<boolean>`'safeguarding_lead' = any (membership.duties)`)
    .execute()
  return rows.map(({ email }) => email)
}

/** Staff whom the lead may name, by name. */
export function listNameable(
  tx: Tx,
  of: { readonly authorityId: number; readonly today: IsoDate },
): Promise<{ id: string; displayName: string; organisation: string }[]> {
  return tx
    .selectFrom('account')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.authorityId', '=', 'account.authorityId')
        .onRef('membership.accountId', '=', 'account.id'),
    )
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.authorityId', '=', 'membership.authorityId')
        .onRef('organisation.id', '=', 'membership.organisationId'),
    )
    .select(['account.id', 'account.displayName', 'organisation.name as organisation'])
    .where('account.authorityId', '=', of.authorityId)
    .where('account.active', '=', true)
    .where((eb) =>
      eb.or([eb('membership.until', 'is', null), eb('membership.until', '>=', of.today)]),
    )
    .where(
      sql<boolean>`membership.duties && '{adviser,assessor,key_worker,manager,council_practitioner,safeguarding_lead}'::text[]`,
    )
    .orderBy('account.displayName')
    .orderBy('account.id')
    .execute()
}

/** Keeps that somebody opened a concern in full. */
export async function insertLook(
  tx: Tx,
  look: Pick<
    Insertable<DB['safeguardingLook']>,
    'authorityId' | 'concernId' | 'accountId' | 'accountName' | 'at'
  >,
): Promise<void> {
  await tx.insertInto('safeguardingLook').values(look).execute()
}

/** Who opened it and when, newest first; for the lead alone. */
export function listLooks(
  tx: Tx,
  concernId: string,
): Promise<{ accountName: string; at: string }[]> {
  return tx
    .selectFrom('safeguardingLook')
    .select(['accountName', 'at'])
    .where('concernId', '=', concernId)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
}
