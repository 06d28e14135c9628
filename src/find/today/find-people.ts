import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { listLookedAfter, type LookedAfter } from '#people/caring/cared-for-found.sql.ts'
import { listSurvivors } from '#people/persons/persons.sql.ts'
import { listIdsByRanges } from '#people/persons/search.sql.ts'
import { ranked, type Hit } from './rank.rules.ts'
import type { Search } from './search-box.rules.ts'

/** How many people one search shows; more are told to type more. */
export const mostShown = 50

const few = 8

export type FoundPeople = {
  readonly hits: readonly Hit[]
  readonly more: boolean
  /** Those of them who are or were looked after, by their ids. */
  readonly lookedAfter: ReadonlyMap<string, LookedAfter>
}

/**
 * Whom a search finds among those the actor may know, the best first. Where few go by the very
 * words typed, names that sound alike are added, and only where nobody does, each word by itself.
 */
export async function findPeople(tx: Tx, actor: Actor, search: Search): Promise<FoundPeople> {
  if (search.terms.length === 0) return { hits: [], more: false, lookedAfter: new Map() }
  const limit = mostShown + 1
  const ids = new Set(await listIdsByRanges(tx, { actor, terms: search.terms, limit }))
  for (const terms of search.looser) {
    if (ids.size >= few) break
    for (const id of await listIdsByRanges(tx, { actor, terms, limit })) ids.add(id)
  }
  const [people, lookedAfter] = await Promise.all([
    listSurvivors(tx, [...ids]),
    listLookedAfter(tx, [...ids]),
  ])
  const hits = ranked(people, search).slice(0, mostShown)
  return { hits, more: people.length > mostShown, lookedAfter }
}
