import type { Chart } from './chart.ts'
import { figureText } from './figure-text.ts'

const shapes = {
  bars: 'Bar chart',
  columns: 'Column chart',
  stacked: 'Stacked bar chart',
  line: 'Line chart',
  map: 'Map',
} as const

/**
 * What a chart shows, in words for who cannot see it: its shape, and of each series the highest and
 * the lowest, or of a line where it starts and ends. The figures themselves are in the table beside it.
 */
export function chartDescription(chart: Chart): string {
  const lines =
    chart.kind === 'map'
      ? [
          {
            name: chart.measure,
            points: chart.districts.map(({ name, value }) => ({ at: name, value })),
          },
        ]
      : chart.series.map(({ name, values }) => ({
          name,
          points: chart.categories.map((at, index) => ({ at, value: values[index] ?? '' })),
        }))
  const sentences = lines.map(({ name, points }) => {
    const known = points.flatMap(({ at, value }) =>
      typeof value === 'number' ? [{ at, value }] : [],
    )
    return `${name}: ${chart.kind === 'line' ? course(known, chart.unit) : range(known, chart.unit)}.`
  })
  return [`${shapes[chart.kind]}. ${chart.title}.`, ...sentences].join(' ')
}

type Point = { readonly at: string; readonly value: number }

function range(points: readonly Point[], unit: Chart['unit']): string {
  const [first, ...others] = points.toSorted((a, b) => b.value - a.value)
  const last = others.at(-1)
  if (!first) return 'no figures'
  if (!last) return `${figureText(first.value, unit)} (${first.at})`
  if (first.value === last.value) return `${figureText(first.value, unit)} in each`
  return `highest ${figureText(first.value, unit)} (${first.at}), lowest ${figureText(last.value, unit)} (${last.at})`
}

function course(points: readonly Point[], unit: Chart['unit']): string {
  const [first, ...others] = points
  const last = others.at(-1)
  if (!first || !last) return range(points, unit)
  return `from ${figureText(first.value, unit)} (${first.at}) to ${figureText(last.value, unit)} (${last.at})`
}
