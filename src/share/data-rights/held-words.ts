import held from '../../../data/rights/held.json' with { type: 'json' }
import { inWords, isoDate, londonDay, timeInWords } from '#platform/lib/dates.ts'

const tables: Readonly<Record<string, string>> = held.tables
const columns: Readonly<Record<string, string>> = held.columns

/** What a table is called where people read of it; its own name in words where nobody has said. */
export const tableWords = (table: string): string => tables[table] ?? inPlain(table)

/** The tables that have a name of their own; others are read by what the database calls them. */
export const namedTables: readonly string[] = Object.keys(tables)

/** `asked_on` as "Asked on". */
export const columnWords = (column: string): string => columns[column] ?? inPlain(column)

function inPlain(name: string): string {
  const words = name
    .replace(/_ids?$/, ' number')
    .replaceAll('_', ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/**
 * A row as somebody reads it: each value under its name, the answers of a form each by itself. Numbers
 * by which the database tells rows apart say nothing to a reader; the JSON has them.
 */
export function readableRow(
  said: Readonly<Record<string, unknown>>,
): readonly (readonly [name: string, value: string])[] {
  return Object.entries(said).flatMap(([column, value]) => {
    if (typeof value === 'string' && uuid.test(value)) return []
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [[columnWords(column), valueWords(value)] as const]
    return Object.entries(value).map(
      ([key, of]) => [`${columnWords(column)}: ${columnWords(key)}`, valueWords(of)] as const,
    )
  })
}

/** A value of a row as it is read: dates in words, yes and no, lists with commas. */
export function valueWords(value: unknown): string {
  if (value === true) return 'Yes'
  if (value === false) return 'No'
  if (Array.isArray(value)) return value.map(valueWords).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, of]) => `${columnWords(key)}: ${valueWords(of)}`)
      .join('; ')
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : ''
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return inWords(isoDate(value))
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:[\d.]+(\+00:?(00)?|Z)$/.test(value)) return momentWords(value)
  return /^[a-z]+(_[a-z]+)+$/.test(value) ? inPlain(value) : value
}

/** A moment as the database writes it, in London's time: "3 April 2018 at 1pm". */
export function momentWords(stored: string): string {
  const instant = stored.replace(' ', 'T').replace(/\+00(:?00)?$/, 'Z')
  return `${inWords(londonDay(instant))} at ${timeInWords(instant)}`
}
