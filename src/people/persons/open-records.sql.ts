import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'

/** Somebody else who has the same record open, and since when. */
export type AlsoHere = { readonly name: string; readonly since: IsoInstant }

/**
 * Notes that the actor has a record open at this moment, and gives who else of their organisations
 * had it open within the last five minutes. Whoever comes back after more than that begins anew.
 */
export async function openRecord(
  tx: Tx,
  of: { readonly actor: Actor; readonly personId: string; readonly at: IsoInstant },
): Promise<readonly AlsoHere[]> {
  const { actor, personId, at } = of
  const organisationIds = actor.organisationIds.filter((id) => id > 0)
  if (actor.accountId === null || organisationIds.length === 0) return []
  const { rows } = await sql<AlsoHere>`
    with here as (
      insert into open_record as o (authority_id, person_id, account_id, name, organisation_ids, since, seen_at)
      values (${actor.authorityId}, ${personId}, ${actor.accountId}, ${actor.displayName},
              ${organisationIds}::integer[], ${at}, ${at})
      on conflict (authority_id, person_id, account_id) do update
        set since = case when o.seen_at < excluded.seen_at - interval '5 minutes' then excluded.since else o.since end,
            seen_at = excluded.seen_at, name = excluded.name, organisation_ids = excluded.organisation_ids),
    gone as (
      delete from open_record
       where authority_id = ${actor.authorityId} and account_id = ${actor.accountId} and person_id <> ${personId}
         and seen_at < ${at}::timestamptz - interval '5 minutes')
    select name, since from open_record
     where authority_id = ${actor.authorityId} and person_id = ${personId} and account_id <> ${actor.accountId}
       and organisation_ids && ${organisationIds}::integer[]
       and seen_at > ${at}::timestamptz - interval '5 minutes'
     order by since, name`.execute(tx)
  return rows
}
