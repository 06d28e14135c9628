import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'

export type LegalHold = Selectable<DB['legalHold']>

/** Holds, those in force first, newest first. Whose record it is is told by who may open it. */
export function listHolds(tx: Tx): Promise<(LegalHold & { readonly reference: string | null })[]> {
  return tx
    .selectFrom('legalHold')
    .leftJoin('person', (join) =>
      join
        .onRef('person.authorityId', '=', 'legalHold.authorityId')
        .onRef('person.id', '=', 'legalHold.personId'),
    )
    .selectAll('legalHold')
    .select('person.reference')
    .orderBy(sql`ended_on is not null`)
    .orderBy('placedOn', 'desc')
    .orderBy('legalHold.id')
    .limit(200)
    .execute()
}

/** Keeps a hold; the same form sent twice keeps one. */
export async function insertHold(tx: Tx, hold: Insertable<DB['legalHold']>): Promise<void> {
  await tx
    .insertInto('legalHold')
    .values(hold)
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .execute()
}

/** The person of a reference, by whom records may be held who cannot open them; null where there is none. */
export async function findHoldable(tx: Tx, reference: string): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null
  }>`select person_of_reference(${reference}) as id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Ends a hold; throws NotFound where there is none in force. */
export async function endHold(
  tx: Tx,
  of: { readonly id: string; readonly on: IsoDate; readonly by: string; readonly because: string },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('legalHold')
    .set({ endedOn: of.on, endedBy: of.by, endedBecause: of.because })
    .where('id', '=', of.id)
    .where('endedOn', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new NotFound('hold')
}
