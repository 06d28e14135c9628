import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { WorkInHandItem } from '#platform/room.ts'

/** Assessments that are somebody's and not completed. */
export async function listAssessmentsInHand(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly limit: number },
): Promise<{ readonly items: readonly WorkInHandItem[]; readonly total: number }> {
  const { rows: items } = await sql<WorkInHandItem>`
    select concat_ws(' ', p.given_name, p.family_name) as title, '/assessments/' || a.id as href
      from assessment a join person p on p.authority_id = a.authority_id and p.id = a.person_id
     where a.authority_id = ${of.authorityId} and a.assessor_id = ${of.accountId} and a.state in ('asked', 'begun')
     order by a.id limit ${of.limit}`.execute(tx)
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from assessment a
     where a.authority_id = ${of.authorityId} and a.assessor_id = ${of.accountId} and a.state in ('asked', 'begun')`.execute(
    tx,
  )
  return { items, total: rows[0]?.total ?? 0 }
}
