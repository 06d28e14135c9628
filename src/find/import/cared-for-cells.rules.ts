import type { IsoDate } from '#platform/lib/dates.ts'
import { isNoName, properName } from '#platform/lib/names.ts'
import { optionalDate } from './cells.rules.ts'
import { bornBefore } from './person-cells.rules.ts'
import type { Cells } from './row.ts'
import { splitName } from './whole-names.rules.ts'

/** Whom a carer looks after, as far as the register tells. */
export type CaredFor = {
  readonly givenName: string | null
  readonly familyName: string | null
  readonly birth: IsoDate | null
}

type About = {
  readonly birth: IsoDate | null
  readonly relationship: string | null
  readonly today: IsoDate
}

/** The cared-for person of a row, or null where nothing is told of them. */
export function caredForPerson(cells: Cells, about: About): CaredFor | null {
  const whole = splitName(cells.text('cared_for_name'))
  const givenName = name(cells.text('cared_for_forename')) ?? name(whole.given)
  const familyName = name(cells.text('cared_for_surname')) ?? name(whole.family)
  const birth = optionalDate(
    cells,
    { field: 'cared_for_birth', label: 'Date of birth of the cared-for person' },
    { today: about.today, latest: latestBirth(about) },
  )
  return givenName === null && familyName === null && birth === null
    ? null
    : { givenName, familyName, birth }
}

// A name longer than any is not one; search could not hold it.
const longestName = 100

const name = (text: string): string | null =>
  isNoName(text) ? null : properName(text).slice(0, longestName)

/** In which century a year of two digits lies follows from who it is: a parent is older than the carer, a child is young. */
function latestBirth({ birth, relationship, today }: About): IsoDate {
  if (
    relationship === 'parent' ||
    relationship === 'parent_in_law' ||
    relationship === 'grandparent'
  ) {
    return birth ?? bornBefore(today, 32)
  }
  const grown =
    relationship === 'spouse_partner' ||
    relationship === 'adult_child' ||
    relationship === 'friend_neighbour'
  return grown ? bornBefore(today, 16) : today
}
