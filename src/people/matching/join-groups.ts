import type { ScoredPair } from './find-pairs.ts'

/** What somebody decided about two records. */
export type Decided = {
  readonly ids: readonly [string, string]
  readonly decision: 'same' | 'different'
}

export type Joins = {
  /** Records that are one person, each group in the order of its ids. */
  readonly groups: readonly (readonly string[])[]
  /** Pairs that were joined for their score. */
  readonly joined: readonly ScoredPair[]
  /** Pairs for somebody to look at, best first. */
  readonly review: readonly ScoredPair[]
}

/**
 * Joins what surely belongs together and what was decided to. "Different" is never overruled, not
 * even by way of a third record: a join that would bring two such records under one roof is left
 * to be looked at. Stands whatever the order of pairs and decisions.
 */
export function joinGroups(pairs: readonly ScoredPair[], decided: readonly Decided[] = []): Joins {
  const apart = new Set(
    decided.filter(({ decision }) => decision === 'different').map(({ ids }) => keyOf(ids)),
  )
  const groups = growing((a, b) => apart.has(keyOf([a, b])))
  const agreed = decided
    .filter(({ decision }) => decision === 'same')
    .map(({ ids }) => ordered(ids))
  for (const ids of agreed.toSorted(byIds)) groups.join(ids)
  const sure = pairs.filter(({ score }) => score.verdict === 'join').toSorted(bestFirst)
  const possible = sure.filter(({ ids }) => !apart.has(keyOf(ids)))
  const joined = possible.filter(({ ids }) => groups.join(ids))
  const kept = possible.filter((pair) => !joined.includes(pair))
  const unsure = pairs.filter(
    ({ score, ids }) => score.verdict === 'review' && !apart.has(keyOf(ids)) && !groups.areOne(ids),
  )
  return { groups: groups.all(), joined, review: [...kept, ...unsure].toSorted(bestFirst) }
}

type Ids = readonly [string, string]

const ordered = ([a, b]: Ids): Ids => (a < b ? [a, b] : [b, a])
const keyOf = (ids: Ids): string => ordered(ids).join('\u0000')
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byIds = (one: Ids, two: Ids): number => compare(one[0], two[0]) || compare(one[1], two[1])
const bestFirst = (one: ScoredPair, two: ScoredPair): number =>
  two.score.points - one.score.points || byIds(one.ids, two.ids)

type Growing = {
  /** Puts the two records' groups together; false where two in them must stay apart. */
  readonly join: (ids: Ids) => boolean
  readonly areOne: (ids: Ids) => boolean
  readonly all: () => readonly (readonly string[])[]
}

function growing(mustStayApart: (a: string, b: string) => boolean): Growing {
  const groupOf = new Map<string, readonly string[]>()
  const of = (id: string): readonly string[] => groupOf.get(id) ?? [id]
  return {
    join: ([a, b]) => {
      const [one, two] = [of(a), of(b)]
      if (one.includes(b)) return true
      if (one.some((x) => two.some((y) => mustStayApart(x, y)))) return false
      const both = [...one, ...two].toSorted(compare)
      for (const id of both) groupOf.set(id, both)
      return true
    },
    areOne: ([a, b]) => of(a).includes(b),
    all: () =>
      [...new Set(groupOf.values())].toSorted((one, two) => compare(one[0] ?? '', two[0] ?? '')),
  }
}
