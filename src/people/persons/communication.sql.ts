import type { Selectable, Updateable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { statement } from '#platform/db/statement.ts'

export type CommunicationNeeds = Selectable<DB['communicationNeeds']>

/** What staff write down about how to reach and understand somebody. */
export type NeedsWritten = Omit<
  Updateable<DB['communicationNeeds']>,
  'authorityId' | 'id' | 'personId' | 'version' | 'createdAt' | 'readers'
> & { readonly notWithParent: boolean }

/** How somebody is reached and understood; undefined where nobody asked yet. */
export async function findNeeds(tx: Tx, personId: string): Promise<CommunicationNeeds | undefined> {
  const [needs] = await listNeeds(tx, personId)
  return needs
}

/** A joined record brings its own row along: the one last reviewed stands. */
const listNeeds = statement((tx, personId: string) =>
  tx
    .selectFrom('communicationNeeds')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('reviewedOn', (order) => order.desc().nullsLast())
    .orderBy('createdAt', 'desc'),
)

/** Writes it down for the first time, under the person's own id; false where somebody just did. */
export async function insertNeeds(
  tx: Tx,
  of: { readonly authorityId: number; readonly personId: string; readonly values: NeedsWritten },
): Promise<boolean> {
  const { authorityId, personId, values } = of
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('communicationNeeds')
    .values({ ...values, authorityId, id: personId, personId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves a change; false where somebody else saved since that version was read. */
export async function updateNeeds(
  tx: Tx,
  of: {
    readonly needs: CommunicationNeeds
    readonly version: number
    readonly values: NeedsWritten
  },
): Promise<boolean> {
  const { id, personId } = of.needs
  const { numUpdatedRows } = await tx
    .updateTable('communicationNeeds')
    .set((eb) => ({ ...of.values, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', of.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  // What a joined record brought along stops letters too, so it must say the same.
  await tx
    .updateTable('communicationNeeds')
    .set({ notWithParent: of.values.notWithParent })
    .where('personId', '=', personId)
    .where('id', '!=', id)
    .where('notWithParent', '!=', of.values.notWithParent)
    .execute()
  return true
}
