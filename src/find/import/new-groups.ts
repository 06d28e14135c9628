import type { Decided, Joins } from '#people/matching/join-groups.ts'
import type { Carer } from './carer.ts'
import type { KnownCarerRow } from './known.sql.ts'
import type { Matched } from './match-register.ts'
import type { NewGroup, Why } from './plan-carers.ts'

/**
 * The new carers as people: each group of one person together, joined to the person who is there
 * already where one of the group came with an earlier import or is surely on the register;
 * everybody else alone.
 */
export function groupNew(
  fresh: readonly Carer[],
  of: {
    readonly groups: Joins['groups']
    readonly known: ReadonlyMap<string, KnownCarerRow>
    readonly matched: Matched
  },
): readonly NewGroup[] {
  const groupOf = new Map(of.groups.flatMap((group) => group.map((id) => [id, group] as const)))
  const byId = new Map(fresh.map((carer) => [carer.id, carer]))
  const made = new Set<readonly string[]>()
  return fresh.flatMap((carer) => {
    const group = groupOf.get(carer.id) ?? [carer.id]
    if (made.has(group)) return []
    made.add(group)
    const before = group.map((id) => of.known.get(id)).find((row) => row !== undefined)
    const sure = group.map((id) => of.matched.sure.get(id)).find((row) => row !== undefined)
    const why = before === undefined ? (sure?.why ?? null) : null
    return [
      { carers: group.flatMap((id) => byId.get(id) ?? []), existing: before ?? sure ?? null, why },
    ]
  })
}

/** Why each joined carer was: the best pair that joined it, or somebody's decision. */
export function whyJoined({
  joins,
  decided,
}: {
  readonly joins: Joins
  readonly decided: readonly Decided[]
}): (carer: Carer) => Why {
  const best = new Map<string, Why>()
  for (const { ids, score } of joins.joined.toSorted((a, b) => a.score.points - b.score.points)) {
    for (const id of ids) best.set(id, { how: 'surely', points: score.points, parts: score.parts })
  }
  for (const { ids, decision } of decided) {
    if (decision === 'same')
      for (const id of ids) best.set(id, { how: 'decided', points: null, parts: [] })
  }
  return ({ id }) => best.get(id) ?? { how: 'surely', points: null, parts: [] }
}
