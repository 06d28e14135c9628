import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { WorkInHandItem } from '#platform/room.ts'

/** The carers whose named worker somebody is, each with the page that names another. */
export async function listCarersInHand(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly limit: number },
): Promise<{ readonly items: readonly WorkInHandItem[]; readonly total: number }> {
  const { rows: items } = await sql<WorkInHandItem>`
    select coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'A carer without a name') as title,
           '/carers/' || i.person_id || '/worker/' || i.id as href
      from involvement i join person p on p.authority_id = i.authority_id and p.id = i.person_id
     where i.authority_id = ${of.authorityId} and i.worker_id = ${of.accountId} and i.until is null and i.kind <> 'cared_for'
     order by p.family_name, p.given_name, i.id limit ${of.limit}`.execute(tx)
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from involvement i
     where i.authority_id = ${of.authorityId} and i.worker_id = ${of.accountId} and i.until is null and i.kind <> 'cared_for'`.execute(
    tx,
  )
  return { items, total: rows[0]?.total ?? 0 }
}
