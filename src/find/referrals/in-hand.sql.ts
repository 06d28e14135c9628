import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { WorkInHandItem } from '#platform/room.ts'

const open = sql`(r.state in ('new', 'asked') or r.state = 'accepted' and r.first_contact_on is null)`

/** Referrals that somebody was given to decide on, or accepted and has not talked with the carer about. */
export async function listReferralsInHand(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly limit: number },
): Promise<{ readonly items: readonly WorkInHandItem[]; readonly total: number }> {
  const { rows: items } = await sql<WorkInHandItem>`
    select concat_ws(', ', nullif(concat_ws(' ', p.given_name, p.family_name), ''), r.reference) as title, '/referrals/' || r.id as href
      from referral r left join person p on p.authority_id = r.authority_id and p.id = r.person_id
     where r.authority_id = ${of.authorityId} and r.worker_id = ${of.accountId} and ${open}
     order by r.id limit ${of.limit}`.execute(tx)
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from referral r
     where r.authority_id = ${of.authorityId} and r.worker_id = ${of.accountId} and ${open}`.execute(
    tx,
  )
  return { items, total: rows[0]?.total ?? 0 }
}
