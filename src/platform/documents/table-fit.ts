import type { FiguresTable } from '#platform/charts/chart.ts'
import { textWidth } from '#platform/charts/text-width.ts'

/** A table that needs little is not drawn out over the line: the eye would lose its way to the figure. */
const narrowest = 0.6

/**
 * How wide a table's columns are in letters of `letters` points, as shares of a line of `width`
 * points; or null where its longest words do not fit beside each other, as in large print, and its
 * rows had better be read one below the other.
 */
export function columnShares(
  table: FiguresTable,
  width: number,
  letters: number,
): readonly number[] | null {
  const needs = table.columns.map(({ header, numeric }, at) => {
    const figures = table.rows.map((row) => row[at] ?? '')
    const unbroken = [
      ...header.split(/\s+/),
      ...(numeric ? figures : figures.flatMap((cell) => cell.split(/\s+/))),
    ]
    const wish = numeric
      ? Math.min(textWidth(header, letters), letters * 9)
      : widest([header, ...figures], letters)
    const least = widest(
      unbroken.map((word) => word.slice(0, 24)),
      letters,
    )
    return { least: least + letters, wish: Math.max(least, wish) + letters }
  })
  if (sum(needs.map(({ least }) => least)) > width) return null
  const taken = shareOut(needs, width)
  const over = Math.max(0, width * narrowest - sum(taken))
  return taken.map((column, at) => (column + (at === 0 ? over : 0)) / width)
}

type Need = { readonly least: number; readonly wish: number }

/** Gives each column what it must have, then what it wishes: small wishes whole, large ones alike. */
function shareOut(needs: readonly Need[], width: number): readonly number[] {
  const taken = needs.map(({ least }) => least)
  let left = width - sum(taken)
  const byWish = needs
    .map(({ least, wish }, at) => ({ at, more: wish - least }))
    .toSorted((a, b) => a.more - b.more)
  for (const [turn, { at, more }] of byWish.entries()) {
    const given = Math.min(more, left / (byWish.length - turn))
    taken[at] = (taken[at] ?? 0) + given
    left -= given
  }
  return taken
}

const widest = (texts: readonly string[], letters: number): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, letters)))

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)
