import type { Chart, FiguresTable } from './chart.ts'
import { figureText } from './figure-text.ts'

/** The numbers of a chart as a table: its own, or one row a category or district, one column a series. */
export function chartTable(chart: Chart): FiguresTable {
  if (chart.table) return chart.table
  if (chart.kind === 'map') {
    return {
      caption: chart.title,
      columns: [{ header: 'District' }, { header: chart.measure, numeric: true }],
      rows: chart.districts.map(({ name, value }) => [name, figureText(value, chart.unit)]),
    }
  }
  return {
    caption: chart.title,
    columns: [
      { header: chart.by },
      ...chart.series.map(({ name }) => ({ header: name, numeric: true })),
    ],
    rows: chart.categories.map((category, at) => [
      category,
      ...chart.series.map(({ values }) => figureText(values[at] ?? 'not recorded', chart.unit)),
    ]),
  }
}
