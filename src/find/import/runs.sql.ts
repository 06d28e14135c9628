import type { Insertable, Updateable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { newId } from '#platform/lib/ids.ts'
import { insertMany } from './bulk.sql.ts'
import type { RefusedRow } from './read-rows.ts'
import type { StoredMapping } from './saved-mapping.ts'

/** What an import came to, for its page. */
export type Outcome = Omit<
  Updateable<DB['importRun']>,
  'authorityId' | 'id' | 'organisationId' | 'accountId' | 'readers'
>

/** Writes an import down; false where it is there already (the same form sent twice). */
export async function insertRun(tx: Tx, run: Insertable<DB['importRun']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('importRun')
    .values(run)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateRun(tx: Tx, id: string, outcome: Outcome): Promise<void> {
  await tx.updateTable('importRun').set(outcome).where('id', '=', id).execute()
}

/** Rows to be mended and sent again, kept with their import. */
export function insertRefusals(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly runId: string
    readonly readers: readonly number[]
    readonly rows: readonly RefusedRow[]
  },
): Promise<number> {
  const { authorityId, runId, readers } = of
  const rows = of.rows.map(({ file, line, id, reasons, cells }) => ({
    authorityId,
    id: newId(),
    runId,
    file,
    line,
    sourceId: id,
    reasons: [...reasons],
    cells: [...cells],
    readers: [...readers],
  }))
  return insertMany(tx, 'importRefusal', rows)
}

/** The mappings that staff of the authority saved. */
export function listMappings(tx: Tx): Promise<readonly StoredMapping[]> {
  return tx.selectFrom('importMapping').select(['headingsKey', 'kind', 'headings']).execute()
}
