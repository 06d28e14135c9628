import type { Tx } from '#platform/db/database.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import type { Person } from '#people/persons/person.ts'
import { findInvolvement } from './assessments.sql.ts'
import { whichAssessment, type KnownAs, type WhichAssessment } from './which-assessment.rules.ts'

/** Which assessment a person would have today; `among` are the organisations believed first. */
export async function whichFor(
  tx: Tx,
  of: {
    readonly person: Pick<Person, 'id' | 'dateOfBirth'>
    readonly among: readonly number[]
    readonly today: IsoDate
  },
): Promise<WhichAssessment> {
  const { person, among, today } = of
  const involvement = await findInvolvement(tx, person.id, among)
  return whichAssessment({
    bornOn: person.dateOfBirth === null ? null : isoDate(person.dateOfBirth),
    knownAs: (involvement?.kind ?? null) as KnownAs,
    today,
  })
}
