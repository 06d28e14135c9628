import type { IsoDate } from '#platform/lib/dates.ts'
import type { Decided } from '#people/matching/join-groups.ts'
import { judge, type Judged } from './judge.ts'
import {
  openExtract,
  readExtract,
  type ExtractRead,
  type KnownCarer,
  type OpenExtract,
} from './read-extract.ts'
import type { SavedMappings, SourceFile } from './read-file.ts'

/** An extract as it would be taken: its rows, and who in it is who. */
export type LookedAt = {
  readonly open: OpenExtract
  readonly read: ExtractRead
  readonly judged: Judged
}

export type Looking = {
  readonly files: readonly SourceFile[]
  readonly decided: readonly Decided[]
  readonly today: IsoDate
  readonly savedFor?: SavedMappings
}

/** Reads an extract and judges it, without a database; `known` tells of carers from earlier imports, of whom a partial extract speaks. */
export function lookAtExtract(
  { files, decided, today, savedFor }: Looking,
  knownCarer: KnownCarer = () => false,
): LookedAt {
  const open = openExtract(files, savedFor)
  const read = readExtract(open, { today, knownCarer })
  return { open, read, judged: judge(read, decided) }
}
