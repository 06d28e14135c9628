import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { insertMany } from './bulk.sql.ts'

type Said = {
  readonly authorityId: number
  readonly source: string
  readonly said: ReadonlyMap<string, string>
}

/** Remembers what each row said, so that the next import can tell whether it says something else. */
export async function saveSaid(tx: Tx, { authorityId, source, said }: Said): Promise<void> {
  const rows = [...said].map(([sourceId, words]) => ({
    authorityId,
    source,
    sourceId,
    said: words,
  }))
  const update = sql`on conflict (authority_id, source, source_id) do update set said = excluded.said
    where import_row.said is distinct from excluded.said`
  await insertMany(tx, 'importRow', rows, update)
}

/** Works out anew who may read these people's rows, in the database's own way. */
export async function refreshReaders(
  tx: Tx,
  authorityId: number,
  personIds: readonly string[],
): Promise<void> {
  await sql`select refresh_readers(${authorityId}, id) from unnest(${personIds}::uuid[]) as id`.execute(
    tx,
  )
}

/** Young carers whom an adult hub knows too: their rows are closed to it again, which the bulk did not ask. */
export async function keepYoungCarersApart(tx: Tx, authorityId: number): Promise<void> {
  await sql`select keep_young_carers_apart(${authorityId})`.execute(tx)
}
