import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'

/** The managers of today at the organisations where somebody worked on the day their account was closed. */
export async function listManagersOfLeaver(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly today: IsoDate },
): Promise<readonly { readonly id: string; readonly email: string }[]> {
  const { rows } = await sql<{ id: string; email: string }>`
    select distinct a.id, a.email from membership was
      join membership m on m.authority_id = was.authority_id and m.organisation_id = was.organisation_id
      join account a on a.authority_id = m.authority_id and a.id = m.account_id
     where was.authority_id = ${of.authorityId} and was.account_id = ${of.accountId} and was.until = ${of.today}
       and 'manager' = any (m.duties) and m.since <= ${of.today} and (m.until is null or m.until > ${of.today})
       and a.active and a.id <> was.account_id`.execute(tx)
  return rows
}

export type Leaver = { readonly id: string; readonly name: string; readonly closedOn: IsoDate }

/** Those whose accounts were closed and who worked at one of these organisations, the newest first. */
export async function listLeavers(
  tx: Tx,
  of: { readonly authorityId: number; readonly organisationIds: readonly number[] },
): Promise<readonly Leaver[]> {
  const { rows } = await sql<Leaver>`
    select a.id, a.display_name as name, a.closed_on from account a
     where a.authority_id = ${of.authorityId} and not a.active and a.closed_on is not null
       and a.person_id is null
       and exists (select from membership m where m.authority_id = a.authority_id and m.account_id = a.id
                      and m.organisation_id = any (${[...of.organisationIds]}::integer[]))
     order by a.closed_on desc, a.display_name, a.id`.execute(tx)
  return rows
}
