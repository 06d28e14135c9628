import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

export type ChangeSince = {
  /** Old values of the columns that changed, by column name. */
  readonly before: Readonly<Record<string, unknown>>
  readonly by: string | null
  readonly at: string
}

/** Changes saved to a row with a `version`, since that version was read; oldest first. */
export async function listChangesSince(
  tx: Tx,
  of: { readonly table: string; readonly rowId: string; readonly version: number },
): Promise<ChangeSince[]> {
  return tx
    .selectFrom('history')
    .leftJoin('account', (join) =>
      join
        .onRef('account.authorityId', '=', 'history.authorityId')
        .onRef('account.id', '=', 'history.accountId'),
    )
    .select(['history.at', 'account.displayName as by'])
    .select(sql<Record<string, unknown>>`history.before`.as('before'))
    .where('history.tableName', '=', of.table)
    .where('history.rowId', '=', of.rowId)
    .where('history.action', '=', 'update')
    .where(sql<boolean>`(history.before ->> 'version')::integer >= ${of.version}`)
    .orderBy('history.id')
    .execute()
}
