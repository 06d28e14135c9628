import { stringify } from 'csv-stringify/sync'
import { guarded } from '#platform/lib/csv.ts'
import type { Report, ReportedFigure } from './read-report.ts'

const header = [
  'measure',
  'year',
  'title',
  'part',
  'value',
  'percent',
  'rows',
  'definition',
  'source',
]

/** The year's figures as a table: one line a figure, and one for each part of a breakdown. */
export function annualReportCsv({ year, figures }: Report): string {
  const lines = figures.flatMap((each) => {
    const { measure, figure } = each
    const named = [measure.id, year.label, measure.title]
    const { value, percent = '', rows } = figure
    const whole = [...named, '', value ?? '', percent, rows, measure.definition, measure.source]
    return [whole, ...parts(each).map(([part, count]) => [...named, part, count, '', '', '', ''])]
  })
  return stringify([header, ...lines.map((line) => line.map(guarded))], {
    bom: true,
    record_delimiter: 'windows',
  })
}

function parts({ figure: { by_year, by_district, table } }: ReportedFigure) {
  return [
    ...Object.entries(by_year ?? {}),
    ...Object.entries(by_district ?? {}),
    ...Object.entries(table ?? {}).flatMap(([name, cells]) =>
      Object.entries(cells).map(([column, count]) => [`${name}, ${column}`, count] as const),
    ),
  ]
}
