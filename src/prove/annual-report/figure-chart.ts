import { boundaries } from '#platform/charts/boundaries.ts'
import type { Chart, MapChart, SeriesChart } from '#platform/charts/chart.ts'
import type { District } from '#platform/reference/england.ts'
import type { Measure } from '#platform/room.ts'
import { breakdown, quarterInWords } from './figure-words.ts'
import type { ShownFigure } from './shown-figure.ts'

/**
 * The picture of a figure's breakdown, with its table: years as columns, the county's districts as a
 * map (as bars where we have not their shapes), courses as bars made of quarters. Null where there
 * is nothing to draw.
 */
export async function chartOf(
  measure: Measure,
  figure: ShownFigure,
  districts: readonly District[],
): Promise<Chart | null> {
  const table = breakdown(measure, figure)
  if (table === null) return null
  const common = { title: measure.title, table }
  if (figure.by_year) return { ...common, ...years(figure.by_year) }
  if (figure.by_district) return { ...common, ...(await places(figure.by_district, districts)) }
  return { ...common, ...courses(figure.table ?? {}) }
}

type Drawn<C extends Chart> = Omit<C, 'title' | 'table'>

function years(counts: NonNullable<ShownFigure['by_year']>): Drawn<SeriesChart> {
  const categories = Object.keys(counts)
  const series = [{ name: 'Number', values: Object.values(counts) }]
  return { kind: 'columns', by: 'Year', categories, series }
}

async function places(
  counts: NonNullable<ShownFigure['by_district']>,
  districts: readonly District[],
): Promise<Drawn<MapChart> | Drawn<SeriesChart>> {
  const shapes = await boundaries()
  if (districts.length > 0 && districts.every(({ code }) => shapes.has(code))) {
    const all = districts.map(({ code, name }) => ({ code, name, value: counts[name] ?? 0 }))
    return { kind: 'map', measure: 'Number', districts: all }
  }
  const series = [{ name: 'Number', values: Object.values(counts) }]
  return { kind: 'bars', by: 'District', categories: Object.keys(counts), series }
}

/** Bars without their totals, which stand in the table. */
function courses(table: NonNullable<ShownFigure['table']>): Drawn<SeriesChart> {
  const rows = Object.entries(table).filter(([name]) => name !== 'total')
  const quarters = Object.keys(rows[0]?.[1] ?? {}).filter((name) => name !== 'total')
  return {
    kind: 'stacked',
    by: 'Course',
    categories: rows.map(([name]) => name),
    series: quarters.map((name) => ({
      name: quarterInWords(name),
      values: rows.map(([, cells]) => cells[name] ?? 0),
    })),
  }
}
