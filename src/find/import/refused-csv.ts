import { stringify } from 'csv-stringify/sync'
import type { RefusedRow } from './read-rows.ts'

/** The heading of the added column; no field takes it, so that a mended file can be sent as it is. */
export const reasonHeading = 'What to mend'

/**
 * Refused rows of one file as CSV: the file's own headings and cells, and a last column that says
 * what to mend. A byte order mark lets spreadsheets read it as UTF-8.
 */
export function refusedCsv(
  headings: readonly string[],
  rows: readonly Pick<RefusedRow, 'line' | 'reasons' | 'cells'>[],
): string {
  const lines = rows.map(({ line, reasons, cells }) => [
    ...headings.map((_, at) => cells[at] ?? ''),
    ...cells.slice(headings.length),
    `Line ${line}: ${reasons.map(({ message }) => message).join('. ')}`,
  ])
  return stringify([[...headings, reasonHeading], ...lines], {
    bom: true,
    record_delimiter: '\r\n',
  })
}
