import type { ColumnPlaces } from './columns.ts'
import { kindOf, type KindId } from './headings.ts'
import { readDecisions, type ExtractRead, type OpenExtract } from './read-extract.ts'
import type { OpenFile } from './read-file.ts'
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
  /** Some of the rows refused, to see what is wrong before the import. */
  readonly examples: readonly {
    readonly line: number
    readonly id: string
    readonly reasons: string
  }[]
  readonly why: string | null
}

const shown = 10

/** Tells of every file of an extract what it holds and how many of its rows can be taken. */
export function describeFiles(
  { files, leftOut }: OpenExtract,
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
    examples: refused.slice(0, shown).map(({ line, id, reasons }) => ({
      line,
      id,
      reasons: reasons.map(({ message }) => message).join('. '),
    })),
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
    examples: [],
  }
  const decisions = files
    .filter(({ mapping }) => mapping.kind === 'decisions')
    .map(decisionsDescribed)
  return [
    ...told,
    ...decisions,
    ...leftOut.map(({ name, why, headings }) => ({ name, ...nothing, headings, why })),
  ]
}

function decisionsDescribed(file: OpenFile): FileDescribed {
  const { taken, refused } = readDecisions(file)
  return {
    name: file.name,
    kind: 'decisions',
    title: kindOf('decisions').title,
    encoding: file.encoding,
    headings: file.table.headings,
    places: file.mapping.places,
    unused: file.mapping.unused,
    taken: taken.length,
    refused: refused.length,
    warned: 0,
    examples: [],
    why: null,
  }
}
