import { createHash } from 'node:crypto'
import { govukTable } from '#platform/govuk/table.ts'
import { raw, type Html } from '#platform/lib/html.ts'
import type { Chart, FiguresTable } from './chart.ts'
import { chartDescription } from './chart-description.ts'
import { pageSize, type ChartSize } from './chart-size.ts'
import { chartTable } from './chart-table.ts'
import { mapSvg } from './map-svg.ts'
import { picture, plainShapes } from './plain-svg.ts'
import { seriesSvg } from './series-svg.ts'

/**
 * A chart as SVG text of the given width and letter size, with title, description and presentation
 * attributes only: it passes a content policy without inline styles. `font` names the family of its
 * letters where there is no page around it to inherit from.
 */
export async function chartSvg(
  chart: Chart,
  size: ChartSize = pageSize,
  font?: string,
): Promise<string> {
  const id = `c${createHash('sha256')
    .update(JSON.stringify([chart, size]))
    .digest('hex')
    .slice(0, 10)}`
  const { svg, height } = await (chart.kind === 'map'
    ? mapSvg(chart, size)
    : seriesSvg(chart, size))
  const shapes = chart.kind === 'map' ? svg : plainShapes(svg, id)
  const description = chartDescription(chart)
  return picture({ id, title: chart.title, description, font, width: size.width, height }, shapes)
}

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
