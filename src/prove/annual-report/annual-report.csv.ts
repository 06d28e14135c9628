import { stringify } from 'csv-stringify/sync'
import { guarded } from '#platform/lib/csv.ts'
import type { Reported } from './annual-report.ts'
import { breakdown } from './figure-words.ts'

/** The year's figures as a table: one line a figure, and one for each part of a breakdown. */
export function annualReportCsv(year: string, reported: readonly Reported[]): string {
  const header = ['measure', 'year', 'title', 'part', 'value', 'rows', 'definition', 'source']
  const lines = reported.flatMap(({ measure: { id, title, definition, source }, figure }) => {
    const whole = [id, year, title, '', figure.value ?? '', figure.rows, definition, source]
    const { columns = [], rows = [] } = breakdown(figure) ?? {}
    const parts = rows.flatMap(([name = '', ...cells]) =>
      cells.map((cell, at) => [
        id,
        year,
        title,
        cells.length === 1 ? name : `${name}, ${columns[at + 1]}`,
        cell.replaceAll(',', ''),
        '',
        '',
        '',
      ]),
    )
    return [whole, ...parts]
  })
  return stringify([header, ...lines.map((line) => line.map(guarded))], { bom: true })
}
