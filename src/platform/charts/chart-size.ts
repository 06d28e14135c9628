import type { SeriesChart } from './chart.ts'
import { figureText } from './figure-text.ts'
import { textWidth } from './text-width.ts'

/** How large a chart is drawn, in the units of its view box: pixels on a page, points on paper. */
export type ChartSize = { readonly width: number; readonly letters: number }

/** Fits a phone's page with letters of 11 pixels or more, and half a desktop's with 16. */
export const pageSize: ChartSize = { width: 480, letters: 16 }

/**
 * Whether a chart's bars lie. Columns lie down too where their names or figures would run into each
 * other, as they do in large letters.
 */
export function barsLie(chart: SeriesChart, { width, letters }: ChartSize): boolean {
  if (chart.kind === 'line') return false
  if (chart.kind !== 'columns') return true
  const place = width / chart.categories.length
  const figures = chart.series.flatMap(({ values }) =>
    values.filter((value) => typeof value === 'number'),
  )
  const column = (place * 0.75) / chart.series.length
  return (
    chart.categories.some((name) =>
      name.split(' ').some((word) => textWidth(word, letters) > place * 0.95),
    ) || figures.some((value) => textWidth(figureText(value, chart.unit), letters) > column)
  )
}

/** The width kept for the categories' names beside lying bars: as they need, up to two fifths. */
export function namesWidth(chart: SeriesChart, { width, letters }: ChartSize): number {
  const longest = Math.max(...chart.categories.map((name) => textWidth(name, letters)), letters)
  return Math.min(longest + letters * 0.75, width * 0.4)
}

/** The height that a chart needs, with a line of letters for each line of a name. */
export function chartHeight(chart: SeriesChart, size: ChartSize): number {
  const { letters } = size
  const legend = legendHeight(chart, size)
  if (!barsLie(chart, size)) return Math.max(size.width * 0.42, letters * 12) + legend
  const room = namesWidth(chart, size) - letters / 2
  const bars = chart.kind === 'stacked' ? 1 : chart.series.length
  const rows = chart.categories.map(
    (name) => Math.max(Math.ceil(textWidth(name, letters) / room) * 1.3, bars * 1.5) + 0.6,
  )
  return Math.max(...rows) * chart.categories.length * letters + letters + legend
}

/** The height of the key above the picture; lines carry their names at their ends and need none. */
export function legendHeight(chart: SeriesChart, { width, letters }: ChartSize): number {
  if (chart.series.length < 2 || chart.kind === 'line') return 0
  let lines = 1
  let used = 0
  for (const { name } of chart.series) {
    const needed = textWidth(name, letters) + letters * 3
    if (used > 0 && used + needed > width) {
      lines += 1
      used = 0
    }
    used += needed
  }
  return lines * letters * 2
}
