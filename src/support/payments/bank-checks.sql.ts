import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { type CheckTable, readSubstitutes, readWeightings } from './modulus-check.rules.ts'

export type CheckKind = 'weights' | 'substitutes'

export type LoadedTable = {
  readonly kind: CheckKind
  readonly lines: number
  readonly loadedOn: IsoDate
  readonly loadedByName: string
}

/** The tables that hold, one of each kind at most. */
export async function listLoadedTables(tx: Tx): Promise<readonly LoadedTable[]> {
  const { rows } = await sql<LoadedTable>`
    select distinct on (kind) kind, lines, loaded_on as "loadedOn", loaded_by_name as "loadedByName"
      from bank_check_table where authority_id = actor_authority() order by kind, id desc`.execute(
    tx,
  )
  return rows
}

export type BankChecks = { readonly table: CheckTable; readonly loadedOn: IsoDate }

/** What accounts are checked by; null while no table of weights is loaded. */
export async function findBankChecks(tx: Tx): Promise<BankChecks | null> {
  const { rows } = await sql<{ kind: CheckKind; body: string; loadedOn: IsoDate }>`
    select distinct on (kind) kind, body, loaded_on as "loadedOn"
      from bank_check_table where authority_id = actor_authority() order by kind, id desc`.execute(
    tx,
  )
  const weights = rows.find(({ kind }) => kind === 'weights')
  const read = weights === undefined ? null : readWeightings(weights.body)
  if (weights === undefined || read === null || !read.ok) return null
  const pairs = readSubstitutes(rows.find(({ kind }) => kind === 'substitutes')?.body ?? '')
  const substitutes = pairs.ok ? pairs.value : new Map<string, string>()
  return { table: { weightings: read.value, substitutes }, loadedOn: weights.loadedOn }
}

/** Loads a table, which holds from then on; the same id again does nothing. */
export async function insertCheckTable(
  tx: Tx,
  actor: Actor,
  table: Omit<LoadedTable, 'loadedByName'> & { readonly id: string; readonly body: string },
): Promise<void> {
  await tx
    .insertInto('bankCheckTable')
    .values({
      ...table,
      authorityId: sql<number>`actor_authority()`,
      loadedByName: actor.displayName,
    })
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .execute()
}
