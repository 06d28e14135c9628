import type { EChartsOption } from 'echarts'
import { barSeries } from './bar-series.ts'
import type { SeriesChart } from './chart.ts'
import { barsLie, legendHeight, namesWidth, type ChartSize } from './chart-size.ts'
import { figureText } from './figure-text.ts'
import { lineMargins, lineSeries } from './line-series.ts'
import { hairline, ink, seriesLook } from './palette.ts'
import { textWidth } from './text-width.ts'

/** What ECharts is told to draw. Words go in as data or by functions: it reads none as a pattern. */
export function chartOptions(chart: SeriesChart, size: ChartSize): EChartsOption {
  const lying = barsLie(chart, size)
  return {
    animation: false,
    textStyle: { fontSize: size.letters, color: ink },
    aria: { enabled: true, decal: { show: true, decals: chart.series.map((_, at) => decal(at)) } },
    color: chart.series.map((_, at) => seriesLook(at).colour),
    legend: legend(chart, size),
    grid: { ...margins(chart, size), outerBoundsMode: 'none' },
    ...(lying
      ? { xAxis: figuresAxis(chart, size), yAxis: { ...namesAxis(chart, size), inverse: true } }
      : { xAxis: namesAxis(chart, size), yAxis: figuresAxis(chart, size) }),
    series: chart.series.map((_, at) =>
      chart.kind === 'line' ? lineSeries(chart, at, size) : barSeries(chart, at, size),
    ),
  }
}

const decal = (at: number) => {
  const { pattern } = seriesLook(at)
  return pattern === 'none' ? { symbol: 'none' } : pattern
}

function legend(chart: SeriesChart, size: ChartSize) {
  return {
    show: legendHeight(chart, size) > 0,
    left: 0,
    top: 0,
    padding: 0,
    itemGap: size.letters,
    itemWidth: size.letters * 1.4,
    itemHeight: size.letters * 0.9,
    icon: 'rect',
    textStyle: { fontSize: size.letters, color: ink },
  }
}

function margins(chart: SeriesChart, size: ChartSize) {
  const top = legendHeight(chart, size)
  if (chart.kind === 'line')
    return { ...lineMargins(chart, size), top: size.letters * 2, bottom: size.letters * 2 }
  if (!barsLie(chart, size))
    return { left: 0, right: 0, top: top + size.letters * 1.6, bottom: size.letters * 2 }
  return { left: namesWidth(chart, size), right: figuresWidth(chart, size), top, bottom: 0 }
}

/** Room on the right for the figures at the ends of lying bars. */
function figuresWidth(chart: SeriesChart, { width, letters }: ChartSize): number {
  if (chart.kind === 'stacked') return 0
  const figures = chart.series.flatMap(({ values }) =>
    values.map((value) => figureText(value, chart.unit)),
  )
  return Math.min(
    Math.max(...figures.map((text) => textWidth(text, letters))) + letters / 2,
    width * 0.4,
  )
}

function namesAxis(chart: SeriesChart, size: ChartSize) {
  const room = barsLie(chart, size)
    ? namesWidth(chart, size) - size.letters / 2
    : size.width / chart.categories.length - size.letters / 4
  return {
    type: 'category' as const,
    data: [...chart.categories],
    boundaryGap: chart.kind !== 'line',
    axisTick: { show: false },
    axisLine: { lineStyle: { color: ink, width: 1 } },
    axisLabel: {
      fontSize: size.letters,
      color: ink,
      margin: size.letters / 2,
      ...(chart.kind === 'line' ? {} : { interval: 0, width: room, overflow: 'break' as const }),
    },
  }
}

/** Only several lines need numbers on their axis: bars and a single line carry their figures themselves. */
function figuresAxis(chart: SeriesChart, { letters }: ChartSize) {
  const show = chart.kind === 'line' && chart.series.length > 1
  return {
    type: 'value' as const,
    min: (range: { min: number }) => Math.min(0, range.min),
    splitNumber: 4,
    axisLabel: {
      show,
      fontSize: letters,
      color: ink,
      formatter: (value: number) => figureText(value, chart.unit),
    },
    splitLine: { show, lineStyle: { color: hairline } },
  }
}
