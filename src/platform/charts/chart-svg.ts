import { createHash } from 'node:crypto'
import type { Chart } from './chart.ts'
import { chartDescription } from './chart-description.ts'
import { pageSize, type ChartSize } from './chart-size.ts'
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
