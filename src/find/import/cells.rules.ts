import type { IsoDate } from '#platform/lib/dates.ts'
import { readCode, readCodes, type CodeRead } from './codes.rules.ts'
import { dateAsWritten } from './dates-as-written.rules.ts'
import type { Cells } from './row.ts'
import { yesNo } from './yes-no.rules.ts'

/** How a cell is named to people. */
export type Named = { readonly field: string; readonly label: string }

/** A date without which the row says nothing: blank, unreadable, impossible or in the future, and the row is refused. */
export function neededDate(cells: Cells, { field, label }: Named, today: IsoDate): IsoDate | null {
  const read = dateAsWritten(cells.text(field), today)
  if (read.is === 'blank') cells.refuse(label, `Enter the ${lower(label)}`)
  else if (read.is === 'wrong') cells.refuse(label, `Enter a real ${lower(label)}: ${read.why}`)
  else if (read.date > today) cells.refuse(label, inFuture(cells.text(field), label))
  else return read.date
  return null
}

/** A date that may be blank; what is there must be right or the row is refused. `latest` places years of two digits. */
export function soundDate(
  cells: Cells,
  { field, label }: Named,
  of: { today: IsoDate; latest?: IsoDate },
): IsoDate | null {
  const read = dateAsWritten(cells.text(field), of.latest ?? of.today)
  if (read.is === 'blank') return null
  if (read.is === 'wrong')
    cells.refuse(label, `Enter a real ${lower(label)}, or leave it blank: ${read.why}`)
  else if (read.date > of.today) cells.refuse(label, inFuture(cells.text(field), label))
  else return read.date
  return null
}

/** A date that the row can do without: what cannot be read is left out with a warning. */
export function optionalDate(
  cells: Cells,
  { field, label }: Named,
  of: { today: IsoDate; latest?: IsoDate },
): IsoDate | null {
  const read = dateAsWritten(cells.text(field), of.latest ?? of.today)
  if (read.is === 'date' && read.date <= of.today) return read.date
  if (read.is === 'wrong') cells.warn(label, `Left out: ${read.why}`)
  if (read.is === 'date') cells.warn(label, `Left out: ${inFuture(cells.text(field), label)}`)
  return null
}

const inFuture = (written: string, label: string): string =>
  `${label} must be in the past: "${written}" is still to come. Check the year`

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

/** A code that the row can do without. */
export function optionalCode(cells: Cells, { field, label }: Named, list: string): string | null {
  return known(cells, label, readCode(list, cells.text(field)))
}

/** Notes what no code goes by, and gives the code. */
export function known(cells: Cells, label: string, read: CodeRead): string | null {
  if (read.unknown !== null)
    cells.warn(label, `"${read.unknown}" is not a value we know, so it is left out`)
  return read.code
}

/** A code that decides what the row counts as: unknown words refuse it; blank gives null. */
export function soundCode(cells: Cells, { field, label }: Named, list: string): string | null {
  const { code, unknown } = readCode(list, cells.text(field))
  if (unknown !== null)
    cells.refuse(
      label,
      `We do not know the ${lower(label)} "${unknown}". Use one of the words in the list`,
    )
  return code
}

/** Several codes in one cell. */
export function severalCodes(
  cells: Cells,
  { field, label }: Named,
  list: string,
): readonly string[] {
  const { codes, unknown } = readCodes(list, cells.text(field))
  for (const words of unknown)
    cells.warn(label, `"${words}" is not a value we know, so it is left out`)
  return codes
}

/** Yes or no in any spelling; null where nothing was said. */
export function optionalYesNo(cells: Cells, { field, label }: Named): boolean | null {
  const answer = yesNo(cells.text(field))
  if (answer === undefined)
    cells.warn(label, `"${cells.text(field)}" is neither yes nor no, so it is left out`)
  return answer ?? null
}

/** Words kept as they are; null where there are none. */
export function words(cells: Cells, field: string): string | null {
  const text = cells.text(field)
  return text === '' ? null : text
}
