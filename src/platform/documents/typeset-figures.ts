import { chartDescription } from '#platform/charts/chart-description.ts'
import type { ChartSize } from '#platform/charts/chart-size.ts'
import { chartTable } from '#platform/charts/chart-table.ts'
import type { Chart, FiguresTable } from '#platform/charts/chart.ts'
import { chartSvg } from '#platform/charts/chart-svg.ts'
import { fontFamilies } from './fonts.ts'
import type { Paper } from './paper.ts'
import type { SheetBlock } from './sheet.ts'
import { columnShares } from './table-fit.ts'
import { textWidth } from '#platform/charts/text-width.ts'
import type { Figure } from './document.ts'
import { words } from './words.ts'

/**
 * A table whose columns fit on a line; or, where they do not, as in large print, its caption and a
 * list for each row, which says for each figure what it is.
 */
export function setTable(table: FiguresTable, paper: Paper): readonly SheetBlock[] {
  const { caption, columns, rows } = table
  const shares = columnShares(table, paper.line, paper.small)
  if (shares) {
    return [
      {
        block: 'table',
        caption,
        headers: columns.map(({ header }) => header),
        numeric: columns.map(({ numeric }) => numeric ?? false),
        rows,
        shares,
      },
    ]
  }
  return [
    ...(caption === '' ? [] : [{ block: 'caption', text: caption } as const]),
    ...rows.map((row): SheetBlock => ({
      block: 'facts',
      facts: columns.map(({ header }, at) => ({ term: header, description: words(row[at] ?? '') })),
    })),
  ]
}

/** A chart under its title, as wide as the line and in letters like those around it; then its table. */
export async function setChart(chart: Chart, paper: Paper): Promise<readonly SheetBlock[]> {
  const size: ChartSize = {
    width: chart.kind === 'map' ? paper.mapWidth : paper.line,
    letters: paper.small,
  }
  const svg = await chartSvg(chart, size, fontFamilies[0])
  return [
    { block: 'caption', text: chart.title },
    { block: 'picture', svg, alt: chartDescription(chart), width: size.width },
    ...setTable({ ...chartTable(chart), caption: '' }, paper),
  ]
}

/** How many times larger than the body a figure is set: a number much, words in its place a little. */
const magnified = (value: string): number => (/\d/.test(value) ? 2.4 : 1.4)

/** Numbers set large, up to three beside each other, fewer where they are long. */
export function setFigures(figures: readonly Figure[], paper: Paper): SheetBlock {
  const { points, line } = paper
  const widths = figures.map(({ value }) => textWidth(value, points * magnified(value)))
  const room = points > 12 ? 1 : Math.floor(line / (Math.max(...widths) + points * 2))
  return {
    block: 'figures',
    across: Math.max(1, Math.min(3, figures.length, room)),
    figures: figures.map(({ value, label, comparison = '', source = '' }) => ({
      value,
      magnified: magnified(value),
      label,
      comparison,
      source: words(source),
    })),
  }
}
