import type { Judged } from './judge.ts'
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

/** How many records are joined to another. */
export function countJoined({ adult_carers: adults, young_carers: young }: Judged): number {
  return [...adults.groups, ...young.groups].reduce((sum, group) => sum + group.length - 1, 0)
}

/** How many pairs somebody is to look at. */
export function countReviews({ adult_carers: adults, young_carers: young }: Judged): number {
  return adults.review.length + young.review.length
}
