import type { FiguresTable } from '#platform/charts/chart.ts'
import type { Measure } from '#platform/room.ts'
import type { Shown } from '../measures/small-numbers.rules.ts'
import type { ShownFigure } from './shown-figure.ts'

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** What a measure's figure counts: things, or parts of a hundred. */
export function unitOf(id: string): 'count' | 'percent' {
  return id.includes('percent') ? 'percent' : 'count'
}

/** A figure's value as people read it; null where nothing was recorded. */
export function valueInWords(id: string, { value }: Pick<ShownFigure, 'value'>): string | null {
  if (value === null) return null
  return unitOf(id) === 'percent' ? `${number.format(value)}%` : number.format(value)
}

export function rowsInWords({ rows }: Pick<ShownFigure, 'rows'>): string {
  return rows === 1 ? 'from 1 row' : `from ${number.format(rows)} rows`
}

/** What a figure means, in few words; nothing where there is no figure. */
export function sentenceOf(measure: Measure, figure: ShownFigure): string {
  if (figure.value === null) return ''
  const { value, rows, percent } = figure
  return measure.sentence?.({ value, rows, ...(percent === undefined ? {} : { percent }) }) ?? ''
}

/** A figure's breakdown as a table to read; null where it has none. */
export function breakdown({ title }: Measure, figure: ShownFigure): FiguresTable | null {
  const { by_year, by_district, table } = figure
  if (by_year) return pairs(title, 'Year', by_year)
  if (by_district) return pairs(title, 'District', by_district)
  const rows = Object.entries(table ?? {})
  if (rows.length === 0) return null
  const headings = Object.keys(rows[0]?.[1] ?? {})
  return {
    caption: title,
    columns: [
      { header: 'Course' },
      ...headings.map((heading) => ({ header: quarterInWords(heading), numeric: true })),
    ],
    rows: rows.map(([name, cells]) => [
      capital(name),
      ...headings.map((heading) => inWords(cells[heading] ?? 0)),
    ]),
  }
}

const quarters: Readonly<Record<string, string>> = {
  Q1: 'Q1, July to September',
  Q2: 'Q2, October to December',
  Q3: 'Q3, January to March',
}

/** A quarter of the published table, whose first is the year's second. */
export function quarterInWords(heading: string): string {
  return quarters[heading] ?? capital(heading)
}

function pairs(
  caption: string,
  header: string,
  counts: Readonly<Record<string, Shown>>,
): FiguresTable | null {
  const rows = Object.entries(counts).map(([name, count]) => [capital(name), inWords(count)])
  if (rows.length === 0) return null
  return { caption, columns: [{ header }, { header: 'Number', numeric: true }], rows }
}

function inWords(count: Shown): string {
  return typeof count === 'number' ? number.format(count) : count
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
