import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Override, OverrideKind } from './override.ts'

export type Sought =
  | { readonly reference: string }
  | { readonly familyName: string; readonly dateOfBirth: string }

/** The records that a reference, or a last name with a date of birth, means: at most two are told. */
export async function listSought(
  tx: Tx,
  authorityId: number,
  sought: Sought,
): Promise<readonly string[]> {
  const records = tx
    .selectFrom('person')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('mergedInto', 'is', null)
  const { familyName, dateOfBirth } =
    'reference' in sought ? { familyName: '', dateOfBirth: '' } : sought
  const found =
    'reference' in sought
      ? records.where('reference', '=', sought.reference)
      : records
          .where(sql<string>`lower(family_name)`, '=', familyName.toLowerCase())
          .where('dateOfBirth', '=', dateOfBirth)
  return (await found.limit(2).execute()).map(({ id }) => id)
}

/** Whether the actor may read the record as it is. */
export async function isReadable(tx: Tx, personId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .executeTakeFirst()
  return found !== undefined
}

/** Opens a record; who may read its rows follows by trigger. Harmless when taken again. */
export async function insertOverride(
  tx: Tx,
  of: Pick<
    Override,
    'id' | 'personId' | 'personName' | 'personReference' | 'organisationId' | 'kind' | 'reason'
  > & {
    readonly authorityId: number
    readonly accountId: string
    readonly accountName: string
    readonly purposes: readonly string[]
    readonly openedAt: string
    readonly endsAt: string
  },
): Promise<void> {
  await tx
    .insertInto('recordOverride')
    .values({ ...of, purposes: [...of.purposes] })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const columns = [
  'id',
  'pass',
  'personId',
  'personName',
  'personReference',
  'accountId',
  'accountName',
  'organisationId',
  'kind',
  'purposes',
  'reason',
  'openedAt',
  'endsAt',
  'endedAt',
  'lookedThroughAt',
  'lookedThroughBy',
  'lookedThroughWords',
  'withheld',
  'withheldAt',
  'withheldBy',
  'withheldBecause',
  'withheldUntil',
  'version',
] as const

type Row = Omit<Override, 'kind'> & { readonly kind: string }
const overrideOf = (row: Row): Override => ({ ...row, kind: row.kind as OverrideKind })

/** One override that the actor may see; throws NotFound else. */
export async function getOverride(tx: Tx, id: string): Promise<Override> {
  const row = await tx
    .selectFrom('recordOverride')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('override')
  return overrideOf(row)
}

/** Overrides that the actor may see, the newest first. */
export async function listOverrides(tx: Tx, limit: number): Promise<readonly Override[]> {
  const rows = await tx
    .selectFrom('recordOverride')
    .select(columns)
    .orderBy('openedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(overrideOf)
}

/** Overrides of others that nobody has looked through, and those withheld whose day to decide again has come. */
export async function listToLookAt(
  tx: Tx,
  of: {
    readonly accountId: string
    readonly today: string
    readonly lead: boolean
    readonly limit: number
  },
): Promise<{ readonly overrides: readonly Override[]; readonly total: number }> {
  const rows = await tx
    .selectFrom('recordOverride')
    .select(columns)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('accountId', '<>', of.accountId)
    .where((where) =>
      where.or([
        where('lookedThroughAt', 'is', null),
        ...(of.lead ? [where('withheldUntil', '<=', of.today).and('withheld', '=', true)] : []),
      ]),
    )
    .orderBy('openedAt')
    .limit(of.limit)
    .execute()
  return { overrides: rows.map(overrideOf), total: Number(rows[0]?.total ?? 0) }
}

/** The opener shuts the record before its time. */
export async function endOverride(
  tx: Tx,
  of: { readonly id: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('recordOverride')
    .set({ endedAt: of.at })
    .where('id', '=', of.id)
    .where('endedAt', 'is', null)
    .execute()
}

/** Somebody else has read why; the first who did stays written down. */
export async function updateLookedThrough(
  tx: Tx,
  of: { readonly id: string; readonly by: string; readonly at: string; readonly words: string },
): Promise<void> {
  await tx
    .updateTable('recordOverride')
    .set({ lookedThroughAt: of.at, lookedThroughBy: of.by, lookedThroughWords: of.words })
    .where('id', '=', of.id)
    .where('lookedThroughAt', 'is', null)
    .execute()
}

/** Keeps the looks of an override from the carer, or tells them again (`because` null); the lead alone. */
export async function updateWithheld(
  tx: Tx,
  of: {
    readonly id: string
    readonly by: string
    readonly at: string
    readonly because: string | null
    readonly until: string | null
  },
): Promise<void> {
  await tx
    .updateTable('recordOverride')
    .set({
      withheld: of.because !== null,
      withheldAt: of.at,
      withheldBy: of.by,
      withheldBecause: of.because,
      withheldUntil: of.until,
    })
    .where('id', '=', of.id)
    .execute()
}

/** Takes the passes of overrides whose time is over off the rows. Gives how many. */
export async function closeEndedOverrides(db: Database, at: string): Promise<number> {
  const { rows } = await sql<{ closed: number }>`
    select close_ended_overrides(${at}) as closed`.execute(db)
  return rows[0]?.closed ?? 0
}
