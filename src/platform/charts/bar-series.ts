import type { BarSeriesOption } from 'echarts'
import type { ChartValue, SeriesChart } from './chart.ts'
import { barsLie, namesWidth, type ChartSize } from './chart-size.ts'
import { figureText } from './figure-text.ts'
import { ink, seriesLook } from './palette.ts'
import { textWidth } from './text-width.ts'

const isNumber = (value: ChartValue | undefined): value is number => typeof value === 'number'

/** One series of bars, columns or parts of bars, each with its figure on it. */
export function barSeries(chart: SeriesChart, at: number, size: ChartSize): BarSeriesOption {
  const { name = '', values = [] } = chart.series[at] ?? {}
  const stacked = chart.kind === 'stacked'
  return {
    type: 'bar',
    name,
    barCategoryGap: '25%',
    barGap: '5%',
    ...(stacked ? { stack: 'all', itemStyle: { borderColor: '#ffffff', borderWidth: 1 } } : {}),
    label: {
      show: true,
      position: stacked ? 'inside' : barsLie(chart, size) ? 'right' : 'top',
      fontSize: size.letters,
      color: stacked ? seriesLook(at).label : ink,
      formatter: ({ dataIndex }) => label(chart, values[dataIndex] ?? '', size),
    },
    data: values.map((value) => (isNumber(value) ? value : stacked ? '-' : 0)),
  }
}

function label(chart: SeriesChart, value: ChartValue, size: ChartSize): string {
  const text = figureText(value, chart.unit)
  if (chart.kind === 'stacked')
    return textWidth(text, size.letters) + 4 < partWidth(chart, value, size) ? text : ''
  const column = (size.width / chart.categories.length / chart.series.length) * 0.9
  // Words in place of a figure are wider than a column; the table has them.
  return barsLie(chart, size) || textWidth(text, size.letters) < column ? text : '–'
}

/** How wide a part of a stacked bar comes out: the longest bar fills the room. */
function partWidth(chart: SeriesChart, value: ChartValue, size: ChartSize): number {
  if (!isNumber(value)) return 0
  const totals = chart.categories.map((_, row) =>
    chart.series.reduce((sum, { values }) => sum + (isNumber(values[row]) ? values[row] : 0), 0),
  )
  return (value / Math.max(...totals, 1)) * (size.width - namesWidth(chart, size)) * 0.9
}
