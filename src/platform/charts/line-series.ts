import type { LineSeriesOption } from 'echarts'
import type { SeriesChart } from './chart.ts'
import type { ChartSize } from './chart-size.ts'
import { figureText } from './figure-text.ts'
import { ink, seriesLook } from './palette.ts'
import { textWidth } from './text-width.ts'

/**
 * One line: alone it carries its figures, among others its name at its end. Points that have words
 * in place of a figure leave a gap.
 */
export function lineSeries(
  chart: SeriesChart,
  at: number,
  { letters }: ChartSize,
): LineSeriesOption {
  const { name = '', values = [] } = chart.series[at] ?? {}
  const look = seriesLook(at)
  const alone = chart.series.length === 1
  return {
    type: 'line',
    name,
    symbol: look.mark,
    symbolSize: letters * 0.6,
    showAllSymbol: true,
    lineStyle: { type: look.stroke, width: letters / 6 },
    label: {
      show: alone,
      position: 'top',
      fontSize: letters,
      color: ink,
      formatter: ({ dataIndex }) => figureText(values[dataIndex] ?? '', chart.unit),
    },
    endLabel: {
      show: !alone,
      fontSize: letters,
      color: ink,
      distance: letters / 2,
      formatter: () => name,
    },
    labelLayout: alone ? { hideOverlap: true } : { moveOverlap: 'shiftY' },
    data: values.map((value) => (typeof value === 'number' ? value : '-')),
  }
}

/** Room beside the lines: on the left for the axis or half a name, on the right for the lines' names. */
export function lineMargins(
  chart: SeriesChart,
  { width, letters }: ChartSize,
): { left: number; right: number } {
  const half = (text: string | undefined) => textWidth(text ?? '', letters) / 2
  if (chart.series.length === 1) {
    return {
      left: Math.max(half(chart.categories[0]), letters),
      right: Math.max(half(chart.categories.at(-1)), letters),
    }
  }
  const numbers = chart.series.flatMap(({ values }) =>
    values.filter((value) => typeof value === 'number'),
  )
  const names = chart.series.map(({ name }) => textWidth(name, letters))
  return {
    left:
      Math.max(
        ...numbers.map((value) => textWidth(figureText(Math.round(value), chart.unit), letters)),
      ) + letters,
    right: Math.min(Math.max(...names) + letters, width * 0.4),
  }
}
