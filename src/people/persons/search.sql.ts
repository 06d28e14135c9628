import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { KeyRange } from './search-keys.rules.ts'

/** How many hits of the first term are looked at when others must match too. */
const looked = 500

/**
 * People who have, for each term, a key in one of its ranges; the most telling term first. At most
 * `limit` ids, those of the lowest keys.
 *
 * Only `=`, `<` and `>=` on the key: they are leakproof, so that row-level security leaves them to
 * the index, and the index holds all that is read. Ranges come in as rows, so that the statement
 * is one and the same for any search.
 */
export async function listIdsByRanges(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly terms: readonly (readonly KeyRange[])[]
    readonly limit: number
  },
): Promise<readonly string[]> {
  const [first, ...others] = of.terms
  if (first === undefined) return []
  const ids = await listIdsInRanges(tx, of.actor, first, others.length === 0 ? of.limit : looked)
  if (others.length === 0 || ids.length === 0) return ids
  return (await listIdsWithAll(tx, of.actor, ids, others)).slice(0, of.limit)
}

async function listIdsInRanges(
  tx: Tx,
  actor: Actor,
  ranges: readonly KeyRange[],
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await idsInRanges(actor, ranges, limit).execute(tx)
  return rows.map(({ personId }) => personId)
}

/** The statement that every search begins with, by itself: its plan is held to the index in a test. */
export function idsInRanges(
  actor: Actor,
  ranges: readonly KeyRange[],
  limit: number,
): RawBuilder<{ personId: string }> {
  return sql<{ personId: string }>`
    select distinct hit.person_id
      from unnest(${ranges.map(({ from }) => from)}::text[], ${ranges.map(({ to }) => to)}::text[])
             as wanted ("from", "to")
     cross join lateral (
       select person_id from search_key
        where authority_id = ${actor.authorityId}
          and key >= wanted."from" collate "C" and key < wanted."to" collate "C"
        order by key
        limit ${limit}) hit
     limit ${limit}`
}

/** Of these people, in their order, whoever has a key in a range of every term. */
async function listIdsWithAll(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  terms: readonly (readonly KeyRange[])[],
): Promise<readonly string[]> {
  const rows = terms.flatMap((ranges, term) => ranges.map(({ from, to }) => ({ term, from, to })))
  const { rows: found } = await sql<{ personId: string }>`
    select person_id
      from search_key
      join unnest(${rows.map(({ term }) => term)}::integer[], ${rows.map(({ from }) => from)}::text[],
                  ${rows.map(({ to }) => to)}::text[]) as wanted (term, "from", "to")
        on key >= wanted."from" collate "C" and key < wanted."to" collate "C"
     where authority_id = ${actor.authorityId} and person_id = any (${ids}::uuid[])
     group by person_id
    having count(distinct term) = ${terms.length}`.execute(tx)
  const kept = new Set(found.map(({ personId }) => personId))
  return ids.filter((id) => kept.has(id))
}

/** How many of these exact keys each person has, those with most first: likely the same person. */
export async function listIdsSharingKeys(
  tx: Tx,
  of: { readonly actor: Actor; readonly keys: readonly string[]; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id
      from search_key
     where authority_id = ${of.actor.authorityId} and key = any (${of.keys}::text[])
     group by person_id
     order by count(*) desc, person_id
     limit ${of.limit}`.execute(tx)
  return rows.map(({ personId }) => personId)
}

/** Makes the person's keys these, no more and no fewer. */
export async function replaceSearchKeys(
  tx: Tx,
  of: { readonly authorityId: number; readonly personId: string; readonly keys: readonly string[] },
): Promise<void> {
  await tx
    .deleteFrom('searchKey')
    .where('personId', '=', of.personId)
    .where('key', 'not in', of.keys)
    .execute()
  await tx
    .insertInto('searchKey')
    .values(of.keys.map((key) => ({ authorityId: of.authorityId, personId: of.personId, key })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
