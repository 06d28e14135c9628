import { holds, type Actor } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import type { Figure } from '#platform/room.ts'
import { type Shown, withheldIn } from '../measures/small-numbers.rules.ts'

/** A figure as a reader sees it: in its breakdowns words may stand in place of small numbers. */
export type ShownFigure = Omit<Figure, 'by_district' | 'table'> & {
  readonly by_district?: Readonly<Record<string, Shown>>
  readonly table?: Readonly<Record<string, Readonly<Record<string, Shown>>>>
}

/** Whoever works with carers sees every number; commissioners and analysts no small ones. */
export function figureFor(actor: Actor, figure: Figure): ShownFigure {
  return holds(actor, ...workers) ? figure : withoutSmallNumbers(figure)
}

/** The figure with the small numbers of its breakdowns withheld. */
export function withoutSmallNumbers({ by_district, table, ...figure }: Figure): ShownFigure {
  return {
    ...figure,
    ...(by_district === undefined ? {} : { by_district: districtsShown(by_district) }),
    ...(table === undefined ? {} : { table: tableShown(table) }),
  }
}

/** Whether words stand in place of any number. */
export function hasWithheld({ by_district = {}, table = {} }: ShownFigure): boolean {
  const cells = [by_district, ...Object.values(table)].flatMap((row) => Object.values(row))
  return cells.some((count) => typeof count === 'string')
}

function districtsShown(counts: NonNullable<Figure['by_district']>) {
  return Object.fromEntries(withheldIn(new Map(Object.entries(counts)), [Object.keys(counts)]))
}

/** A table's rows and columns each hold their own total, so each is a sum that a reader can do. */
function tableShown(table: NonNullable<Figure['table']>) {
  const rows = Object.entries(table)
  const columns = Object.keys(rows[0]?.[1] ?? {})
  const cell = (row: string, column: string) => JSON.stringify([row, column])
  const counts = new Map(
    rows.flatMap(([row, cells]) =>
      Object.entries(cells).map(([column, count]) => [cell(row, column), count] as const),
    ),
  )
  const shown = withheldIn(counts, [
    ...rows.map(([row]) => columns.map((column) => cell(row, column))),
    ...columns.map((column) => rows.map(([row]) => cell(row, column))),
  ])
  return Object.fromEntries(
    rows.map(([row, cells]) => [
      row,
      Object.fromEntries(
        Object.entries(cells).map(([column, count]) => [
          column,
          shown.get(cell(row, column)) ?? count,
        ]),
      ),
    ]),
  )
}
