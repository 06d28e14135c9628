import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { insertMany } from './bulk.sql.ts'
import type { GroupRow } from './group-rows.rules.ts'
import type { RowsRead } from './read-rows.ts'

type Groups = {
  readonly authorityId: number
  readonly organisationId: number
  readonly files: readonly RowsRead<GroupRow>[]
}

/** Stores support groups by their names; one that is there already gets its town and time. Gives how many were written. */
export function storeGroups(
  tx: Tx,
  { authorityId, organisationId, files }: Groups,
): Promise<number> {
  const rows = files.flatMap(({ taken }) =>
    taken.map(({ row: { name, town, meets } }) => ({
      authorityId,
      id: newId(),
      organisationId,
      name,
      town,
      meets,
    })),
  )
  return insertMany(
    tx,
    'supportGroup',
    rows,
    sql`on conflict (authority_id, organisation_id, name) do update set town = excluded.town, meets = excluded.meets
        where (support_group.town, support_group.meets) is distinct from (excluded.town, excluded.meets)`,
  )
}
