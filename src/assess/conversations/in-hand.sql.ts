import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { WorkInHandItem } from '#platform/room.ts'

/** What somebody said they would do and has not done, each with the page on which it is given on. */
export async function listActionsInHand(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly limit: number },
): Promise<{ readonly items: readonly WorkInHandItem[]; readonly total: number }> {
  const whose = sql`a.authority_id = ${of.authorityId} and a.account_id = ${of.accountId} and a.state = 'open'`
  const { rows: items } = await sql<WorkInHandItem>`
    select coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'Somebody') || ': ' || a.what as title,
           '/agreed/' || a.id as href
      from conversation_action a
      left join person p on p.authority_id = a.authority_id and p.id = a.person_id
     where ${whose} order by a.by_on, a.id limit ${of.limit}`.execute(tx)
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from conversation_action a where ${whose}`.execute(tx)
  return { items, total: rows[0]?.total ?? 0 }
}

/** The crises that somebody looks in on every day. */
export async function listCrisesInHand(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly limit: number },
): Promise<{ readonly items: readonly WorkInHandItem[]; readonly total: number }> {
  const whose = sql`c.authority_id = ${of.authorityId} and c.account_id = ${of.accountId} and c.state = 'open'`
  const { rows: items } = await sql<WorkInHandItem>`
    select coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'Somebody') || ', since ' || to_char(c.held_on, 'FMDD FMMonth YYYY') as title,
           '/conversations/' || c.id as href
      from conversation c
      left join person p on p.authority_id = c.authority_id and p.id = c.person_id
     where ${whose} order by c.check_in_on, c.id limit ${of.limit}`.execute(tx)
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from conversation c where ${whose}`.execute(tx)
  return { items, total: rows[0]?.total ?? 0 }
}
