import type { Insertable, Updateable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Person, PersonSummary } from './person.ts'

/** What of a person staff may change on the details page. */
export type PersonDetails = Omit<
  Updateable<DB['person']>,
  | 'authorityId'
  | 'id'
  | 'reference'
  | 'version'
  | 'readers'
  | 'supportReaders'
  | 'assessmentReaders'
  | 'emergencyReaders'
  | 'mergedInto'
  | 'createdAt'
>

const summary = [
  'person.id',
  'person.reference',
  'person.givenName',
  'person.familyName',
  'person.knownAs',
  'person.dateOfBirth',
  'person.diedOn',
  'person.address1',
  'person.town',
  'person.postcode',
  'person.homePhone',
  'person.mobilePhone',
  'person.nhsNumber',
] as const

/** The person's whole row; throws NotFound where there is none that the actor may read. */
export async function getPerson(tx: Tx, id: string): Promise<Person> {
  const person = await tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (person === undefined) throw new NotFound('record')
  return person
}

/** As much of these people as a list shows, in no order; whom the actor may not read are left out. */
export function listSummaries(tx: Tx, ids: readonly string[]): Promise<PersonSummary[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tx.selectFrom('person').select(summary).where('id', 'in', ids).execute()
}

/**
 * The records that these ids stand for today: a record merged into another gives that other one,
 * each once.
 */
export async function listSurvivors(tx: Tx, ids: readonly string[]): Promise<PersonSummary[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('person as found')
    .innerJoin('person', (join) =>
      join
        .onRef('person.authorityId', '=', 'found.authorityId')
        .on((eb) => eb('person.id', '=', eb.fn.coalesce('found.mergedInto', 'found.id'))),
    )
    .select(summary)
    .distinct()
    .where('found.id', 'in', ids)
    .execute()
}

/** Writes a new person down; false where the row is there already (the same form sent twice). */
export async function insertPerson(tx: Tx, person: Insertable<DB['person']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('person')
    .values(person)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves changed details; false where someone else saved since that version was read. */
export async function updateDetails(
  tx: Tx,
  of: { readonly id: string; readonly version: number; readonly details: PersonDetails },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set((eb) => ({ ...of.details, version: eb('version', '+', 1) }))
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The ids that previous systems knew the person by. */
export async function listPreviousIds(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('previousId')
    .select('sourceId')
    .where('personId', '=', personId)
    .orderBy('sourceId')
    .execute()
  return rows.map(({ sourceId }) => sourceId)
}
