import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { statement } from '#platform/db/statement.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import type { MatchRecord } from './record.ts'

/**
 * What is compared of these people, as far as the actor may read it: three statements however many
 * there are, each by key alone, as row-level security makes the planner read every person for a join.
 */
export async function listMatchRecords(
  tx: Tx,
  ids: readonly string[],
): Promise<readonly MatchRecord[]> {
  if (ids.length === 0) return []
  const [people, caring] = await Promise.all([listCompared(tx, ids), listFirstCaring(tx, ids)])
  const caredForIds = caring.flatMap(({ caredForId }) => caredForId ?? [])
  const caredFor = new Map(
    (caredForIds.length === 0 ? [] : await listCompared(tx, caredForIds)).map((row) => [
      row.id,
      { givenName: row.givenName, familyName: row.familyName, birth: birthOf(row.dateOfBirth) },
    ]),
  )
  const caringOf = new Map(caring.map((row) => [row.carerId, row]))
  return people.map(({ dateOfBirth, address1, ...person }) => {
    const of = caringOf.get(person.id)
    return {
      ...person,
      birth: birthOf(dateOfBirth),
      address: address1,
      caredFor: caredFor.get(of?.caredForId ?? '') ?? null,
      relationship: of?.relationship ?? null,
      conditions: of?.conditions ?? [],
    }
  })
}

const birthOf = (date: string | null): IsoDate | null => (date === null ? null : isoDate(date))

const listCompared = statement((tx, ids: readonly string[]) =>
  tx
    .selectFrom('person')
    .select(['id', 'givenName', 'familyName', 'knownAs', 'dateOfBirth', 'gender', 'address1'])
    .select(['postcode', 'homePhone', 'mobilePhone', 'email', 'nhsNumber', 'gpPractice'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`),
)

/** Whom each cares for: one who is cared for still, before one who was. */
const listFirstCaring = statement((tx, carerIds: readonly string[]) =>
  tx
    .selectFrom('caring')
    .distinctOn('carerId')
    .select(['carerId', 'caredForId', 'relationship', 'conditions'])
    .where('carerId', '=', sql<string>`any(${carerIds}::uuid[])`)
    .orderBy('carerId')
    .orderBy('until', (order) => order.desc().nullsFirst())
    .orderBy('since', (order) => order.asc().nullsLast())
    .orderBy('id'),
)
