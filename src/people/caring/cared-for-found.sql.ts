import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { listSurvivors } from '#people/persons/persons.sql.ts'
import { fullName } from '#people/persons/person.ts'

/** Who looks after somebody, as far as the actor may know their names, and whether still. */
export type LookedAfter = { readonly by: readonly string[]; readonly still: boolean }

/**
 * Of these people, those who are or were looked after. Asked beside their names rather than joined
 * to them: few are, and then their carers are read by their keys.
 */
export async function listLookedAfter(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LookedAfter>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ caredForId: string; carerId: string; still: boolean }>`
    select cared_for_id, carer_id, until is null as still from caring
     where authority_id = actor_authority() and cared_for_id = any (${[...ids]}::uuid[])
       and not kept_from_cared_for
     order by until desc nulls first, since nulls last, id`.execute(tx)
  const carers = await listSurvivors(tx, [...new Set(rows.map(({ carerId }) => carerId))])
  const names = new Map(carers.map((carer) => [carer.id, fullName(carer)]))
  const found = new Map<string, LookedAfter>()
  for (const [id, carings] of Map.groupBy(rows, ({ caredForId }) => caredForId)) {
    const still = carings.some((caring) => caring.still)
    const by = carings
      .filter((caring) => caring.still === still)
      .map(({ carerId }) => names.get(carerId))
      .filter((name) => name !== undefined)
    found.set(id, { by, still })
  }
  return found
}

/** `cared for by Raymond King`, or without a name where it may not be known. */
export function lookedAfterWords({ by, still }: LookedAfter): string {
  const words = still ? 'cared for' : 'was cared for'
  return by.length === 0 ? words : `${words} by ${by.join(' and ')}`
}
