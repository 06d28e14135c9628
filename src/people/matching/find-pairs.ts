import { commonnessOf, type Commonness } from './commonness.ts'
import { keysOf } from './keys.rules.ts'
import { prepare, type Prepared } from './prepare.ts'
import type { MatchRecord, Score } from './record.ts'
import { score } from './score.rules.ts'

/** Two records that may be one person, the lesser id first. */
export type ScoredPair = { readonly ids: readonly [string, string]; readonly score: Score }

// A key that more people share says nothing; what it would find, rarer keys find as well.
const mostUnderOneKey = 60

/**
 * Finds every pair of records that is to be joined or looked at, without comparing all with all.
 * The order of the records does not matter. Best pairs first.
 */
export function findPairs(
  records: readonly MatchRecord[],
  known?: Commonness,
): readonly ScoredPair[] {
  const prepared = records.map(prepare)
  const commonness = known ?? commonnessOf(prepared)
  const pairs: ScoredPair[] = []
  for (const [a, b] of candidates(prepared)) {
    const scored = score(a, b, commonness)
    if (scored.verdict !== 'apart') pairs.push({ ids: [a.id, b.id], score: scored })
  }
  return pairs.sort(bestFirst)
}

const bestFirst = (one: ScoredPair, two: ScoredPair): number =>
  two.score.points - one.score.points ||
  compare(one.ids[0], two.ids[0]) ||
  compare(one.ids[1], two.ids[1])

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Each pair that shares a key, once, the lesser id first. */
function* candidates(records: readonly Prepared[]): Generator<readonly [Prepared, Prepared]> {
  const underKey = new Map<string, number[]>()
  records.forEach((record, at) => {
    for (const key of new Set(keysOf(record))) {
      const others = underKey.get(key)
      if (others === undefined) underKey.set(key, [at])
      else others.push(at)
    }
  })
  const seen = new Set<number>()
  for (const places of underKey.values()) {
    if (places.length < 2 || places.length > mostUnderOneKey) continue
    for (let i = 0; i < places.length; i += 1) {
      for (let j = i + 1; j < places.length; j += 1) {
        const [one, two] = [places[i] ?? 0, places[j] ?? 0]
        const pair = one * records.length + two
        if (seen.has(pair)) continue
        seen.add(pair)
        const [a, b] = [records[one], records[two]]
        if (a !== undefined && b !== undefined) yield a.id < b.id ? [a, b] : [b, a]
      }
    }
  }
}
