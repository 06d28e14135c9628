import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

/** Why the house writes for a carer who changes their own record; history keeps it behind the page's name. */
export const ownChange = 'the carer changed their own details'

export type OwnChange = {
  readonly at: string
  /** The columns that changed; none where something was written down for the first time. */
  readonly columns: readonly string[]
}

/**
 * The last time that a carer changed on their own pages how they are reached and understood; nothing
 * for whoever knows them only as somebody whom another looks after.
 */
export async function findOwnChange(tx: Tx, personId: string): Promise<OwnChange | undefined> {
  const { rows } = await sql<OwnChange>`
    select h.at, array(select jsonb_object_keys(coalesce(h.before, '{}')) order by 1) as columns
      from history h
     where h.authority_id = actor_authority() and h.person_id = ${personId}
       and h.table_name in ('person', 'communication_needs') and h.reason like ${`%: ${ownChange}`}
       and exists (select from person p
                    where p.authority_id = h.authority_id and p.id = h.person_id
                      and (p.identity_readers && actor_organisations() or actor_holds('system', 'council_practitioner')))
     order by h.id desc limit 1`.execute(tx)
  return rows[0]
}
