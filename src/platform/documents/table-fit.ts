import type { FiguresTable } from '#platform/charts/chart.ts'
import { textWidth } from '#platform/charts/text-width.ts'

/**
 * How a table's columns share a line of `width` points in letters of `letters` points, as shares
 * that add up to one; or null where its longest words do not fit beside each other, as in large
 * print, and its rows had better be read one below the other.
 */
export function columnShares(
  table: FiguresTable,
  width: number,
  letters: number,
): readonly number[] | null {
  const needs = table.columns.map(({ header, numeric }, at) => {
    const cells = [header, ...table.rows.map((row) => row[at] ?? '')]
    const words = numeric
      ? [...header.split(/\s+/), ...cells.slice(1)]
      : cells.flatMap((cell) => cell.split(/\s+/))
    const least = Math.max(...words.map((word) => textWidth(word.slice(0, 24), letters))) + letters
    const whole = Math.max(...cells.map((cell) => textWidth(cell, letters))) + letters
    return { least, whole: numeric ? least : Math.max(least, whole) }
  })
  const spare = width - sum(needs.map(({ least }) => least))
  if (spare < 0) return null
  const wanted = sum(needs.map(({ whole, least }) => whole - least))
  const given = Math.min(1, wanted === 0 ? 0 : spare / wanted)
  const taken = needs.map(({ least, whole }) => least + (whole - least) * given)
  // What is still over goes to the first column, so that figures stand together on the right.
  const over = width - sum(taken)
  return taken.map((column, at) => (column + (at === 0 ? over : 0)) / width)
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)
