import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'

/** One change of an account or a setting: what it was before, and what it is now. */
export type Change = {
  readonly id: number
  readonly at: IsoInstant
  readonly table: string
  readonly action: 'insert' | 'update' | 'delete'
  readonly before: Readonly<Record<string, unknown>> | null
  readonly by: string | null
  readonly reason: string | null
  /** The name of what was changed, where it has one still. */
  readonly about: string | null
}

const tables = [
  'organisation',
  'account',
  'membership',
  'team',
  'team_member',
  'invitation',
  'duty_request',
  'sign_on_rule',
  'account_event',
  'delegation',
]

/** Changes of accounts and settings, the newest first, before an entry where one is named; carers' accounts left out. */
export async function listChanges(
  tx: Tx,
  of: { readonly authorityId: number; readonly before: number | null; readonly limit: number },
): Promise<readonly Change[]> {
  const { rows } = await sql<Change>`
    select h.id, h.at, h.table_name as "table", h.action, h.before, h.reason, b.display_name as by,
           coalesce(a.display_name, o.name, i.display_name, t.name) as about
      from history h
      left join account b on b.authority_id = h.authority_id and b.id = h.account_id
      left join account a on a.authority_id = h.authority_id and a.id::text = h.row_id
       and h.table_name in ('account', 'membership')
      left join organisation o on o.authority_id = h.authority_id and o.id::text = h.row_id
       and h.table_name = 'organisation'
      left join invitation i on i.authority_id = h.authority_id and i.id::text = h.row_id
       and h.table_name = 'invitation'
      left join team t on t.authority_id = h.authority_id and t.id::text = h.row_id and h.table_name = 'team'
     where h.authority_id = ${of.authorityId} and h.table_name = any (${tables})
       and h.person_id is null and (${of.before}::bigint is null or h.id < ${of.before})
     order by h.id desc limit ${of.limit}`.execute(tx)
  return rows
}
