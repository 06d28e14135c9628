import type { Selectable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'
import { ageOn, isoDate, type IsoDate } from '#platform/lib/dates.ts'

/** A person as stored: carer, cared-for, or both. */
export type Person = Selectable<DB['person']>

/** As much of a person as a list shows. */
export type PersonSummary = Pick<
  Person,
  | 'id'
  | 'reference'
  | 'givenName'
  | 'familyName'
  | 'knownAs'
  | 'dateOfBirth'
  | 'diedOn'
  | 'address1'
  | 'town'
  | 'postcode'
  | 'homePhone'
  | 'mobilePhone'
  | 'nhsNumber'
>

type Named = Pick<Person, 'givenName' | 'familyName' | 'knownAs'>

/** `Margaret Tolley`. */
export function fullName({ givenName, familyName }: Omit<Named, 'knownAs'>): string {
  return `${givenName} ${familyName}`.trim()
}

/** The name to speak someone by: `Peg` where Margaret is known as Peg. */
export function spokenName({ givenName, knownAs }: Named): string {
  return knownAs ?? givenName
}

/** `Margaret Tolley (Peg)`, for whoever must find or greet them. */
export function nameWithKnownAs(person: Named): string {
  const { knownAs, givenName } = person
  return knownAs === null || knownAs === givenName
    ? fullName(person)
    : `${fullName(person)} (${knownAs})`
}

/** Age in whole years today, or at death; null where no date of birth is known. */
export function ageOf(
  { dateOfBirth, diedOn }: Pick<Person, 'dateOfBirth' | 'diedOn'>,
  today: IsoDate,
): number | null {
  return dateOfBirth === null ? null : ageOn(isoDate(dateOfBirth), isoDate(diedOn ?? today))
}

/** The address on one line, without what is not known. */
export function addressLine(
  person: Pick<Person, 'address1' | 'town' | 'postcode'> & Partial<Pick<Person, 'address2'>>,
): string {
  return [person.address1, person.address2, person.town, person.postcode]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(', ')
}
