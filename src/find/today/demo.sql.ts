import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Membership } from '#share/accounts/account.ts'

export type DemoWorker = {
  readonly accountId: string
  readonly displayName: string
  readonly memberships: readonly Membership[]
}

/** A demo person's account with what it is charged with; null where there is none. */
export async function findDemoWorker(
  tx: Tx,
  of: { readonly authorityId: number; readonly email: string },
): Promise<DemoWorker | null> {
  const { rows } = await sql<DemoWorker>`
    select a.id as account_id, a.display_name,
           jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'duties', m.duties)) as memberships
      from account a
      join membership m on m.authority_id = a.authority_id and m.account_id = a.id
     where a.authority_id = ${of.authorityId} and a.email = ${of.email}
     group by a.id, a.display_name`.execute(tx)
  return rows[0] ?? null
}

/**
 * Makes somebody the named worker of carers of their organisation who have none; the demo's own
 * carer first, then by the previous system's numbers, so that it is the same people each time.
 */
export async function updateCaseload(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly workerId: string
    readonly organisationIds: readonly number[]
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
               and i.kind <> 'cared_for' and i.organisation_id = any (${[...of.organisationIds]}::integer[])
               and p.died_on is null and p.merged_into is null
               and (p.home_phone is not null or p.mobile_phone is not null)
             group by i.id
             order by min(own.id::text) nulls last, min(x.source_id)
             limit ${of.count}) chosen
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
