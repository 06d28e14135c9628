import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { WorkInHandItem } from '#platform/room.ts'

/** What somebody promised and has not kept yet, the earliest day first. */
export async function listPromisesInHand(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly limit: number },
): Promise<{ readonly items: readonly WorkInHandItem[]; readonly total: number }> {
  const { rows: items } = await sql<WorkInHandItem>`
    select coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'Somebody') || ', by ' || to_char(c.follow_up_on, 'FMDD FMMonth YYYY') as title, '/contacts/' || c.id as href
      from contact c left join person p on p.authority_id = c.authority_id and p.id = c.person_id
     where c.authority_id = ${of.authorityId} and c.follow_up_by = ${of.accountId} and c.follow_up_on is not null
       and c.follow_up_done_at is null
     order by c.follow_up_on, c.id limit ${of.limit}`.execute(tx)
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from contact c
     where c.authority_id = ${of.authorityId} and c.follow_up_by = ${of.accountId} and c.follow_up_on is not null
       and c.follow_up_done_at is null`.execute(tx)
  return { items, total: rows[0]?.total ?? 0 }
}
