import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'

/** A list as its worker filtered it, under a name. */
export type SavedFilter = { readonly id: string; readonly name: string; readonly address: string }

/** The filters that the actor keeps, by name. */
export async function listSavedFilters(tx: Tx, actor: Actor): Promise<readonly SavedFilter[]> {
  if (actor.accountId === null) return []
  return tx
    .selectFrom('savedFilter')
    .select(['id', 'name', 'address'])
    .where('authorityId', '=', actor.authorityId)
    .where('accountId', '=', actor.accountId)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Keeps a filter; one of the same name leads to the new address from now on. */
export async function saveFilter(
  tx: Tx,
  actor: Actor & { readonly accountId: string },
  filter: SavedFilter,
): Promise<void> {
  await tx
    .insertInto('savedFilter')
    .values({ ...filter, authorityId: actor.authorityId, accountId: actor.accountId })
    .onConflict((conflict) =>
      conflict
        .columns(['authorityId', 'accountId', 'name'])
        .doUpdateSet({ address: filter.address }),
    )
    .execute()
}

/** Deletes a filter of the actor's; gives where it led, or undefined where there is none such. */
export async function deleteSavedFilter(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('savedFilter').where('id', '=', id).execute()
}
