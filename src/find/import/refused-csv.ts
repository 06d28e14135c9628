import { stringify } from 'csv-stringify/sync'
import { fold } from '#platform/lib/fold.ts'
import type { RefusedRow } from './read-rows.ts'

/** The heading of the added column; no field takes it, so that a mended file can be sent as it is. */
export const reasonHeading = 'What to mend'

export const isReason = (heading: string): boolean => fold(heading) === fold(reasonHeading)

/**
 * Refused rows of one file as CSV: the file's own headings and cells, and a last column that says
 * what to mend, in place of what a file that was sent again still said. A byte order mark lets spreadsheets read it as UTF-8.
 */
export function refusedCsv(
  headings: readonly string[],
  rows: readonly Pick<RefusedRow, 'line' | 'reasons' | 'cells'>[],
): string {
  const kept = [...headings.keys()].filter((at) => !isReason(headings[at] ?? ''))
  const lines = rows.map(({ line, reasons, cells }) => [
    ...kept.map((at) => cells[at] ?? ''),
    ...cells.slice(headings.length),
    `Line ${line}: ${reasons.map(({ message }) => message).join('. ')}`,
  ])
  return stringify([[...kept.map((at) => headings[at] ?? ''), reasonHeading], ...lines], {
    bom: true,
    record_delimiter: '\r\n',
  })
}
