import type { ColumnPlaces } from './columns.ts'
import { kindOf, type KindId } from './headings.ts'
import type { ExtractRead, OpenExtract } from './read-extract.ts'
import { filesRead } from './sums.ts'

/** What became of one file, for the page that shows it. A file that was left has no kind. */
export type FileDescribed = {
  readonly name: string
  readonly kind: KindId | null
  readonly title: string
  readonly encoding: string | null
  readonly headings: readonly string[]
  readonly places: ColumnPlaces
  readonly unused: readonly string[]
  readonly taken: number
  readonly refused: number
  readonly warned: number
  readonly why: string | null
}

/** Tells of every file of an extract what it holds and how many of its rows can be taken. */
export function describeFiles(
  { leftOut }: OpenExtract,
  read: ExtractRead,
): readonly FileDescribed[] {
  const told = filesRead(read).map(({ file, taken, refused }) => ({
    name: file.name,
    kind: file.mapping.kind,
    title: kindOf(file.mapping.kind).title,
    encoding: file.encoding,
    headings: file.table.headings,
    places: file.mapping.places,
    unused: file.mapping.unused,
    taken: taken.length,
    refused: refused.length,
    warned: taken.filter(({ warnings }) => warnings.length > 0).length,
    why: null,
  }))
  const nothing = {
    kind: null,
    title: 'Not taken',
    encoding: null,
    headings: [],
    places: {},
    unused: [],
    taken: 0,
    refused: 0,
    warned: 0,
  }
  return [...told, ...leftOut.map(({ name, why }) => ({ name, ...nothing, why }))]
}
