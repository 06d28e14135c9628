// Cells of the published registers of practices, trusts, hospitals and schools: dates, points and
// names as the NHS Organisation Data Service (ODS) and the Department for Education write them.

import { dateFromParts, type IsoDate } from '#platform/lib/dates.ts'
import { properName } from '#platform/lib/names.ts'
import { postcodeFrom } from '#platform/lib/postcode.ts'

/** What a row of a register is refused for, in words that say what to mend. */
export class RowFault extends Error {
  override readonly name = 'RowFault'
}

/** A row's cells by their headings, trimmed; empty where the file has no such column. */
export type Cells = (heading: string) => string

/** `19740401` (ODS) or `01-09-1998` (schools), as a date; null where empty. Throws RowFault otherwise. */
export function registerDate(text: string, what: string): IsoDate | null {
  if (text === '') return null
  const ods = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const school = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(text)
  const date =
    ods !== null
      ? dateFromParts(ods[3]!, ods[2]!, ods[1]!)
      : school !== null
        ? dateFromParts(school[1]!, school[2]!, school[3]!)
        : null
  if (date === null)
    throw new RowFault(`The ${what} "${text}" is no date like 20240131 or 31-01-2024`)
  return date
}

/** A count of people; throws RowFault where it is none. */
export function registerCount(text: string, what: string): number {
  if (!/^\d{1,7}(\.0+)?$/.test(text)) throw new RowFault(`The ${what} "${text}" is no whole number`)
  return Number(text)
}

/** A latitude or longitude in Great Britain; null where empty or nought. Throws RowFault elsewhere. */
export function registerDegrees(text: string, what: 'latitude' | 'longitude'): number | null {
  if (text === '') return null
  const [least, most] = what === 'latitude' ? [49, 61] : [-9, 2.5]
  const number = Number(text)
  if (!(number >= least && number <= most))
    throw new RowFault(`The ${what} "${text}" does not lie in Great Britain`)
  return number
}

/** The name or code that a row must have; throws RowFault where it does not fit. */
export function required(text: string, pattern: RegExp, what: string): string {
  if (!pattern.test(text))
    throw new RowFault(text === '' ? `There is no ${what}` : `"${text}" is no ${what}`)
  return text
}

const small = new Set(['and', 'at', 'by', 'for', 'in', 'of', 'on', 'the', 'upon', 'with'])
const capitals = new Set(['NHS', 'GP', 'PCT', 'ICB', 'UK', 'II', 'III', 'CE', 'RC', 'VA', 'VC'])

/** A name that a register has all in capitals, as its people would write it; one with both is left alone. */
export function readableName(text: string): string {
  const tidy = text.replace(/\s+/g, ' ').trim()
  if (tidy !== tidy.toUpperCase()) return tidy
  return properName(tidy)
    .split(' ')
    .map((word, at) => {
      const bare = word.toUpperCase().replace(/[^A-Z]/g, '')
      if (capitals.has(bare)) return word.toUpperCase()
      return at > 0 && small.has(word.toLowerCase())
        ? word.toLowerCase()
        : word.replace(/'S$/, '’s')
    })
    .join(' ')
}

/** The postcode as Royal Mail writes it; null where there is none that we can read. */
export const registerPostcode = (text: string): string | null => postcodeFrom(text)

/** Address lines as one, and the town among them: the last that names no county. */
export function addressOf(lines: readonly string[]): {
  readonly address: string | null
  readonly town: string | null
} {
  const filled = lines.map(readableName).filter((line) => line !== '')
  const towns = filled.filter((line) => !/(shire|^Rutland|^County .*|^West Midlands)$/i.test(line))
  return { address: filled.join(', ') || null, town: towns.length > 1 ? towns.at(-1)! : null }
}
