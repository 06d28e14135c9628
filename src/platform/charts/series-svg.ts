import type { SeriesChart } from './chart.ts'
import { chartOptions } from './chart-options.ts'
import { chartHeight, type ChartSize } from './chart-size.ts'
import { echarts } from './echarts.ts'

/** The shapes of a chart of series, as ECharts writes them, and their height. */
export async function seriesSvg(
  chart: SeriesChart,
  size: ChartSize,
): Promise<{ readonly svg: string; readonly height: number }> {
  const { init } = await echarts()
  const height = Math.round(chartHeight(chart, size))
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width: size.width, height })
  drawn.setOption(chartOptions(chart, size))
  const svg = drawn.renderToSVGString()
  drawn.dispose()
  return { svg, height }
}
