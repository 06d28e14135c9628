import { sql, type Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { insertMany } from './bulk.sql.ts'

/** Gives people these search keys instead of those they have. */
export async function replaceKeys(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly personIds: readonly string[]
    readonly keys: readonly Insertable<DB['searchKey']>[]
  },
): Promise<void> {
  if (of.personIds.length === 0) return
  await sql`delete from search_key
     where authority_id = ${of.authorityId} and person_id = any (${of.personIds}::uuid[])`.execute(
    tx,
  )
  await insertMany(tx, 'searchKey', of.keys, sql`on conflict do nothing`)
}
