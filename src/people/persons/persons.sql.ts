import { sql, type Insertable, type Updateable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { statement } from '#platform/db/statement.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newReference } from '#platform/lib/reference.ts'
import type { Person, PersonSummary } from './person.ts'

type KeptByTheHouse =
  | 'authorityId'
  | 'id'
  | 'reference'
  | 'version'
  | 'readers'
  | 'identityReaders'
  | 'supportReaders'
  | 'assessmentReaders'
  | 'emergencyReaders'
  | 'mergedInto'
  | 'createdAt'

/** What of a person staff may change on the details page. */
export type PersonDetails = Omit<Updateable<DB['person']>, KeptByTheHouse>

/** What is known of a person who is written down for the first time. */
export type NewDetails = Omit<Insertable<DB['person']>, KeptByTheHouse>

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
  const [person] = await listPersons(tx, id)
  if (person === undefined) throw new NotFound('record')
  return person
}

const listPersons = statement((tx, id: string) =>
  tx.selectFrom('person').selectAll().where('id', '=', id),
)

/** The person of that reference, if the actor may read them. */
export async function findByReference(
  tx: Tx,
  reference: string,
): Promise<Pick<Person, 'id'> | undefined> {
  return tx.selectFrom('person').select('id').where('reference', '=', reference).executeTakeFirst()
}

/**
 * The records that these ids stand for today: a record merged into another gives that other one,
 * each once. In two steps, each by primary key and the second only where a record was merged: as
 * one join, row-level security makes the planner read every person.
 */
export async function listSurvivors(tx: Tx, ids: readonly string[]): Promise<PersonSummary[]> {
  if (ids.length === 0) return []
  const found = await listSummaries(tx, ids)
  const there = new Set(found.map(({ id }) => id))
  const others = found.flatMap(({ mergedInto }) =>
    mergedInto === null || there.has(mergedInto) ? [] : [mergedInto],
  )
  const survivors = others.length === 0 ? [] : await listSummaries(tx, [...new Set(others)])
  return [...found.filter(({ mergedInto }) => mergedInto === null), ...survivors]
}

// An array is one value, so that however many are asked for, the statement is the same.
const listSummaries = statement((tx, ids: readonly string[]) =>
  tx
    .selectFrom('person')
    .select(summary)
    .select('person.mergedInto')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`),
)

/**
 * Writes a new person down under a reference of their own; false where the row is there already
 * (the same form sent twice). References are drawn at random, so one may be taken: then another.
 */
export async function insertPerson(
  tx: Tx,
  person: NewDetails & { readonly authorityId: number; readonly id: string },
): Promise<boolean> {
  for (let drawn = 0; drawn < 20; drawn += 1) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('person')
      .values({ ...person, reference: newReference() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) return true
    const there = await tx.selectFrom('person').select('id').where('id', '=', person.id).execute()
    if (there.length > 0) return false
  }
  throw new Error('no free reference was drawn')
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
  const rows = await listSourceIds(tx, personId)
  return rows.map(({ sourceId }) => sourceId)
}

const listSourceIds = statement((tx, personId: string) =>
  tx
    .selectFrom('previousId')
    .select('sourceId')
    .where('personId', '=', personId)
    .orderBy('sourceId'),
)
