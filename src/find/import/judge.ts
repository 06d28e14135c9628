import { findPairs } from '#people/matching/find-pairs.ts'
import { joinGroups, type Decided, type Joins } from '#people/matching/join-groups.ts'
import type { AdultRow } from './adult-rows.rules.ts'
import { adultMatchRecord, youngMatchRecord } from './match-records.ts'
import type { ExtractRead, Register } from './read-extract.ts'

/** Who of an extract's own rows is who, each register by itself. */
export type Judged = Readonly<Record<Register, Joins>>

/**
 * Finds who stands twice in the extract. Adults and young carers are compared among themselves
 * only: what the young carers' service knows is not the adult hub's to compare.
 */
export function judge(read: ExtractRead, decided: readonly Decided[] = []): Judged {
  const adults = read.adult_carers.flatMap(({ taken }) => taken.map(({ row }) => row))
  const young = read.young_carers.flatMap(({ taken }) => taken.map(({ row }) => row))
  return {
    adult_carers: keptFirst(joinsOf(adults.map(adultMatchRecord), decided), adults),
    young_carers: keptFirst(joinsOf(young.map(youngMatchRecord), decided), young),
  }
}

type Registered = Pick<AdultRow, 'id' | 'registration'>

/** Each group with the record that is kept at its head: one that goes on before an ended one, then the oldest. */
function keptFirst(joins: Joins, rows: readonly Registered[]): Joins {
  const rank = new Map(
    rows.map(({ id, registration: { state, registeredOn } }) => [
      id,
      `${state === 'ended' ? 1 : 0} ${registeredOn ?? ''} ${id}`,
    ]),
  )
  const of = (id: string): string => rank.get(id) ?? ''
  const byRank = (a: string, b: string): number => (of(a) < of(b) ? -1 : 1)
  return { ...joins, groups: joins.groups.map((group) => group.toSorted(byRank)) }
}

function joinsOf(records: Parameters<typeof findPairs>[0], decided: readonly Decided[]): Joins {
  const ids = new Set(records.map(({ id }) => id))
  const about = decided.filter((pair) => pair.ids.every((id) => ids.has(id)))
  return joinGroups(findPairs(records), about)
}
