import { govukTable } from '#platform/govuk/table.ts'
import { raw, type Html } from '#platform/lib/html.ts'
import type { Chart, FiguresTable } from './chart.ts'
import { pageSize, type ChartSize } from './chart-size.ts'
import { chartSvg } from './chart-svg.ts'
import { chartTable } from './chart-table.ts'

/** A chart for a page: the picture, and beside it the table of its numbers, which no page leaves out. */
export async function drawChart(
  chart: Chart,
  size: ChartSize = pageSize,
): Promise<{ readonly svg: Html; readonly table: Html }> {
  // Every text in the SVG was escaped by ECharts or by `escaped`; the rest is ours.
  return { svg: raw(await chartSvg(chart, size)), table: figuresTable(chartTable(chart)) }
}

/** A table of figures in the pages' own component. */
export function figuresTable({ caption, columns, rows }: FiguresTable): Html {
  return govukTable({
    caption,
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: columns.map(({ header, numeric }) => ({
      text: header,
      format: numeric ? 'numeric' : undefined,
    })),
    rows: rows.map((row) =>
      row.map((text, at) => ({ text, format: columns[at]?.numeric ? 'numeric' : undefined })),
    ),
  })
}
