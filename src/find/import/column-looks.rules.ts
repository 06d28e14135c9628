import { emailFrom } from '#platform/lib/email.ts'
import { isMobile, phoneFrom } from '#platform/lib/phone.ts'
import { nhsNumberFrom } from '#platform/lib/nhs-number.ts'
import { postcodeFrom } from '#platform/lib/postcode.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { dateAsWritten } from './dates-as-written.rules.ts'
import { readCodes } from './codes.rules.ts'
import type { Field } from './headings.ts'
import type { Table } from './read-table.ts'

const farOff = isoDate('2099-12-31')

const looks: Readonly<Record<string, (cell: string) => boolean>> = {
  postcode: (cell) => postcodeFrom(cell) !== null,
  email: (cell) => emailFrom(cell) !== null,
  nhs_number: (cell) => nhsNumberFrom(cell) !== null,
  mobile: (cell) => isMobile(phoneFrom(cell) ?? ''),
  landline: (cell) => !isMobile(phoneFrom(cell) ?? '07700900000'),
  birth: (cell) => yearOf(cell) < 1985,
  registration: (cell) => yearOf(cell) >= 1985,
}

function yearOf(cell: string): number {
  const read = dateAsWritten(cell, farOff)
  return read.is === 'date' ? Number(read.date.slice(0, 4)) : Number.NaN
}

// Lists whose words are like nothing else in a register, so that the cells alone tell.
const tellingLists = new Set([
  'genders',
  'ethnic-groups',
  'conditions',
  'statuses',
  'relationships',
  'pair-decisions',
])

/** Whether the cells of a column without a telling heading look like a field's. */
export function columnLooksLike(field: Field, table: Table, place: number): boolean {
  const matches = test(field)
  if (matches === null) return false
  const cells = sample(table, place)
  if (cells.length < 5) return false
  const share = cells.filter(matches).length / cells.length
  // Birthdays are told from other dates by most of them, as young parents and typing errors are among them.
  return share >= (field.looks === 'birth' ? 0.7 : 0.9)
}

function test(field: Field): ((cell: string) => boolean) | null {
  if (field.looks !== undefined) return looks[field.looks] ?? null
  const list = field.codes
  if (list === undefined || !tellingLists.has(list)) return null
  return (cell) => {
    const { codes, unknown } = readCodes(list, cell)
    return codes.length > 0 && unknown.length === 0 && !/^\d+$/.test(cell)
  }
}

function sample(table: Table, place: number): readonly string[] {
  const cells: string[] = []
  for (const row of table.rows) {
    const cell = row.cells[place]?.trim() ?? ''
    if (cell !== '') cells.push(cell)
    if (cells.length === 200) break
  }
  return cells
}
