import type { Part } from '#people/matching/record.ts'
import type { Judged } from './judge.ts'
import type { ExtractRead } from './read-extract.ts'
import type { Problem } from './row.ts'
import { countTaken, refusedIn } from './sums.ts'

/** What `import extract` says with `--json`: the same whether the rows were stored or only looked at. */
export type Answer = {
  /** Rows of the files that were read, without headings and blank lines: taken and refused. */
  readonly rows: number
  readonly accepted: number
  readonly refused: readonly {
    readonly file: string
    readonly line: number
    readonly id: string
    readonly reasons: readonly Problem[]
  }[]
  /** Each record that is joined to another, as the kept one's id and its own. */
  readonly joined: readonly (readonly [string, string])[]
  readonly review: readonly {
    readonly ids: readonly [string, string]
    readonly score: number
    readonly reasons: readonly Part[]
  }[]
  readonly seconds: number
}

/** Puts the answer together. */
export function answerOf(read: ExtractRead, judged: Judged, seconds: number): Answer {
  const refused = refusedIn(read)
  const accepted = countTaken(read)
  const joins = [judged.adult_carers, judged.young_carers]
  return {
    rows: accepted + refused.length,
    accepted,
    refused: refused.map(({ file, line, id, reasons }) => ({ file, line, id, reasons })),
    joined: joins.flatMap(({ groups }) =>
      groups.flatMap(([kept = '', ...others]) => others.map((id) => [kept, id] as const)),
    ),
    review: joins.flatMap(({ review }) =>
      review.map(({ ids, score }) => ({
        ids,
        score: score.points,
        reasons: [...score.parts, ...score.doubts.map(asPart)],
      })),
    ),
    seconds: Math.round(seconds * 100) / 100,
  }
}

const asPart = (words: string): Part => ({ part: 'Doubt', points: 0, words })
