import type { ExtractRead } from './read-extract.ts'
import type { RefusedRow, RowsRead } from './read-rows.ts'

/** Every file of an extract that was read, whatever it holds. */
export function filesRead(read: ExtractRead): readonly RowsRead<unknown>[] {
  const { leftOut: _, ...kinds } = read
  return Object.values(kinds).flat()
}

/** Every row that cannot be taken, in the order of files and lines. */
export function refusedIn(read: ExtractRead): readonly RefusedRow[] {
  return filesRead(read).flatMap(({ refused }) => refused)
}

export function countTaken(read: ExtractRead): number {
  return filesRead(read).reduce((sum, { taken }) => sum + taken.length, 0)
}
