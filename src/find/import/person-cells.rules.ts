import type { IsoDate } from '#platform/lib/dates.ts'
import { emailFrom, type EmailAddress } from '#platform/lib/email.ts'
import { isNoName, properName, properTitle } from '#platform/lib/names.ts'
import { nhsNumberFrom, type NhsNumber } from '#platform/lib/nhs-number.ts'
import { isMobile, phoneFrom, type PhoneNumber } from '#platform/lib/phone.ts'
import { postcodeFrom, type Postcode } from '#platform/lib/postcode.ts'
import { words } from './cells.rules.ts'
import { splitName } from './whole-names.rules.ts'
import type { Cells } from './row.ts'

/** Who a row is about. */
export type PersonNames = {
  readonly title: string | null
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
}

const longestName = 100

/** Names from a row; a row without a first name (or the name it goes by) and a surname is refused. */
export function personNames(cells: Cells): PersonNames {
  const whole = splitName(cells.text('full_name'))
  const given = splitKnownAs(nameIn(cells.text('forename'), whole.given))
  const family = nameIn(cells.text('surname'), whole.family)
  const knownAs = isNoName(cells.text('known_as'))
    ? given.knownAs
    : properName(cells.text('known_as'))
  const givenName = given.name === '' ? (knownAs ?? '') : given.name
  if (givenName === '' && family === '')
    cells.refuse('Name', 'Enter the first name and the surname: this row has no name')
  else if (family === '') cells.refuse('Surname', 'Enter the surname: this row has none')
  else if (givenName === '') cells.refuse('First name', 'Enter the first name: this row has none')
  const named = { 'First name': givenName, Surname: family, 'Known as': knownAs ?? '' }
  for (const [label, name] of Object.entries(named)) {
    if (name.length > longestName) cells.refuse(label, `Use ${longestName} characters or fewer`)
  }
  return {
    title: properTitle(cells.text('title')) ?? whole.title,
    givenName,
    familyName: family,
    knownAs,
  }
}

const nameIn = (cell: string, otherwise: string): string =>
  properName(isNoName(cell) ? otherwise : cell)

/** `Margaret (Maggie)` and `Margaret "Maggie"` hold two names. */
function splitKnownAs(name: string): { readonly name: string; readonly knownAs: string | null } {
  const found = /^(.+?)\s*[("“](.+?)[)"”]$/.exec(name)
  if (found === null) return { name, knownAs: null }
  return { name: (found[1] ?? '').trim(), knownAs: properName((found[2] ?? '').trim()) }
}

export type Address = {
  readonly address1: string | null
  readonly address2: string | null
  readonly town: string | null
  readonly postcode: Postcode | null
}

const postcodeInText = /\b([A-Z]{1,2}\d[A-Z\d]?\s*[\dOI][A-Z]{2})\s*$/i

/** An address in its columns, or all in one; a postcode that is none is left out with a warning. */
export function personAddress(cells: Cells): Address {
  const inOne = cells.text('address_1')
  const found = cells.text('postcode') === '' ? postcodeInText.exec(inOne)?.[1] : undefined
  const written = found ?? cells.text('postcode')
  const postcode = postcodeFrom(written)
  if (postcode === null && /[a-z0-9]/i.test(written) && !isNoName(written)) {
    cells.warn('Postcode', `"${written}" is not a postcode, so it is left out`)
  }
  const parts = (found === undefined ? inOne : inOne.slice(0, -found.length))
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const spread = cells.text('town') === '' && cells.text('address_2') === '' && parts.length > 1
  if (!spread)
    return {
      address1: parts.join(', ') || null,
      address2: words(cells, 'address_2'),
      town: words(cells, 'town'),
      postcode,
    }
  return {
    address1: parts[0] ?? null,
    address2: parts.slice(1, -1).join(', ') || null,
    town: parts.at(-1) ?? null,
    postcode,
  }
}

export type Reached = {
  readonly homePhone: PhoneNumber | null
  readonly mobilePhone: PhoneNumber | null
  readonly email: EmailAddress | null
  readonly nhsNumber: NhsNumber | null
}

/** Telephone, e-mail and NHS number, normalised; what is none of these is left out with a warning. */
export function personReached(cells: Cells): Reached {
  const home = phone(cells, 'home_phone', 'Home telephone')
  const mobile = phone(cells, 'mobile', 'Mobile telephone')
  // A register with one column for telephones holds mobiles in it too.
  const onlyMobile = home !== null && mobile === null && isMobile(home)
  return {
    homePhone: onlyMobile ? null : home,
    mobilePhone: onlyMobile ? home : mobile,
    email: checked(cells, { field: 'email', label: 'E-mail' }, emailFrom, 'an e-mail address'),
    nhsNumber: checked(
      cells,
      { field: 'nhs_number', label: 'NHS number' },
      nhsNumberFrom,
      'an NHS number (its check digit does not fit)',
    ),
  }
}

function phone(cells: Cells, field: string, label: string): PhoneNumber | null {
  return checked(cells, { field, label }, phoneFrom, 'a telephone number')
}

type Read<T> = (text: string) => T | null

function checked<T>(
  cells: Cells,
  of: { field: string; label: string },
  read: Read<T>,
  what: string,
): T | null {
  const text = cells.text(of.field)
  if (text === '' || isNoName(text)) return null
  const value = read(text)
  if (value === null) cells.warn(of.label, `"${text}" is not ${what}, so it is left out`)
  return value
}

/** The latest day on which someone who is `years` old by `on` can have been born. */
export function bornBefore(on: IsoDate, years: number): IsoDate {
  return `${Number(on.slice(0, 4)) - years}${on.slice(4)}` as IsoDate
}
