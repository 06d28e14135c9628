import type { Decided } from '#people/matching/join-groups.ts'
import type { ScoredPair } from '#people/matching/find-pairs.ts'
import type { Judged } from './judge.ts'
import type { PairToKeep } from './joins.sql.ts'
import type { Register } from './read-extract.ts'
import type { CarersStored } from './store-carers.ts'
import type { WhoseBook } from './whose-book.ts'

type Of = { readonly judged: Judged; readonly decided: readonly Decided[] }

const registers: readonly Register[] = ['adult_carers', 'young_carers']

/** The pairs that go on the review list, as the people they stand for, and those decided to be different. Each pair once. */
export function pairsToKeep(
  { judged, decided }: Of,
  book: WhoseBook,
  stored: readonly CarersStored[],
): readonly PairToKeep[] {
  const kept = new Map<string, PairToKeep>()
  const keep = (
    a: string | undefined,
    b: string | undefined,
    pair: Omit<PairToKeep, 'people'>,
  ): void => {
    if (a === undefined || b === undefined || a === b) return
    const people = (a < b ? [a, b] : [b, a]) as [string, string]
    const key = people.join(' ')
    if (!kept.has(key)) kept.set(key, { people, ...pair })
  }
  for (const register of registers) {
    const person = (carerId: string): string | undefined =>
      book.find({ register, carerId })?.personId
    for (const { ids, decision } of decided) {
      if (decision === 'different')
        keep(person(ids[0]), person(ids[1]), {
          state: 'different',
          points: null,
          parts: [],
          doubts: [],
        })
    }
    for (const pair of judged[register].review)
      keep(person(pair.ids[0]), person(pair.ids[1]), open(pair))
  }
  stored.forEach(({ unsure, whose }) => {
    for (const { newId, personId, pair } of unsure)
      keep(whose.get(newId)?.personId, personId, open(pair))
  })
  return [...kept.values()]
}

const open = ({ score }: ScoredPair): Omit<PairToKeep, 'people'> => ({
  state: 'open',
  points: score.points,
  parts: [...score.parts],
  doubts: [...score.doubts],
})
