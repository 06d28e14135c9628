import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

/**
 * Makes somebody the named worker of carers of their organisation who have none, until they have
 * `count`; the demo's own carer first, then by the previous system's numbers, so that it is the
 * same people each time.
 */
export async function updateCaseload(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly workerId: string
    readonly organisationId: number
    readonly count: number
  },
): Promise<void> {
  await sql`
    update involvement i set worker_id = ${of.workerId}
      from (select i.id from involvement i
              join person p on p.authority_id = i.authority_id and p.id = i.person_id
              join previous_id x on x.authority_id = i.authority_id and x.person_id = i.person_id
              left join account own on own.authority_id = i.authority_id and own.person_id = i.person_id
             where i.authority_id = ${of.authorityId} and i.worker_id is null and i.until is null
               and i.kind <> 'cared_for' and i.organisation_id = ${of.organisationId}
               and p.died_on is null and p.merged_into is null
               and (p.home_phone is not null or p.mobile_phone is not null)
             group by i.id
             order by min(own.id::text) nulls last, min(x.source_id)
             limit greatest(0, ${of.count} - (
               select count(*) from involvement held
                where held.authority_id = ${of.authorityId} and held.worker_id = ${of.workerId}
                  and held.until is null))) chosen
     where i.authority_id = ${of.authorityId} and i.id = chosen.id`.execute(tx)
}

/** The ids of a worker's carers, the demo's own carer first. */
export async function listCaseload(tx: Tx, workerId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    select i.person_id from involvement i
      join previous_id x on x.authority_id = i.authority_id and x.person_id = i.person_id
      left join account own on own.authority_id = i.authority_id and own.person_id = i.person_id
     where i.worker_id = ${workerId} and i.until is null
     group by i.person_id order by min(own.id::text) nulls last, min(x.source_id)`.execute(tx)
  return rows.map(({ personId }) => personId)
}
