import type { Insertable, Updateable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { statement } from '#platform/db/statement.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Caring } from './caring.ts'

/** Whom the person cares for; those who are cared for still, first. */
export const listCaredFor = statement((tx, carerId: string) =>
  inOrder(selectCaring(tx, 'caring.caredForId').where('caring.carerId', '=', carerId)),
)

/**
 * Who cares for the person, as far as the actor may know those carers; never a child who asked that
 * their family is not told, whoever looks: this is shown on the family's record.
 */
export const listCarers = statement((tx, caredForId: string) =>
  inOrder(
    selectCaring(tx, 'caring.carerId')
      .where('caring.caredForId', '=', caredForId)
      .where('caring.keptFromCaredFor', '=', false),
  ),
)

type Side = 'caring.carerId' | 'caring.caredForId'

function inOrder(query: ReturnType<typeof selectCaring>) {
  return query
    .orderBy('caring.until', (order) => order.desc().nullsFirst())
    .orderBy('caring.since', (order) => order.asc().nullsLast())
    .orderBy('caring.id')
}

function selectCaring(tx: Tx, other: Side) {
  return tx
    .selectFrom('caring')
    .leftJoin('person', (join) =>
      join.onRef('person.authorityId', '=', 'caring.authorityId').onRef('person.id', '=', other),
    )
    .select([
      'caring.id',
      'caring.relationship',
      'caring.conditions',
      'caring.hoursBand',
      'caring.livesTogether',
      'caring.since',
      'caring.until',
      'caring.endReason',
      'caring.version',
      'person.id as otherId',
      'person.givenName',
      'person.familyName',
      'person.dateOfBirth',
      'person.diedOn',
    ])
}

/** One relation of a carer; throws NotFound where it is not theirs or may not be read. */
export async function getCaring(
  tx: Tx,
  of: { readonly carerId: string; readonly id: string },
): Promise<Caring> {
  const caring = await selectCaring(tx, 'caring.caredForId')
    .where('caring.carerId', '=', of.carerId)
    .where('caring.id', '=', of.id)
    .executeTakeFirst()
  if (caring === undefined) throw new NotFound('record')
  return caring
}

/** Writes a relation down; what is there already (the same form sent twice) stays. */
export async function insertCaring(tx: Tx, caring: Insertable<DB['caring']>): Promise<void> {
  await tx
    .insertInto('caring')
    .values(caring)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Saves a changed relation; false where someone else saved since that version was read. */
export async function updateCaring(
  tx: Tx,
  of: {
    readonly id: string
    readonly version: number
    readonly values: Omit<
      Updateable<DB['caring']>,
      'authorityId' | 'id' | 'carerId' | 'readers' | 'version' | 'keptFromCaredFor'
    >
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('caring')
    .set((eb) => ({ ...of.values, version: eb('version', '+', 1) }))
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
