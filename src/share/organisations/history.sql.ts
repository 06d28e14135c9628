import { type RawBuilder, sql } from 'kysely'
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
           ${about} as about
      from history h
      left join account b on b.authority_id = h.authority_id and b.id = h.account_id
     where h.authority_id = ${of.authorityId} and h.table_name = any (${tables})
       and h.person_id is null and (${of.before}::bigint is null or h.id < ${of.before})
     order by h.id desc limit ${of.limit}`.execute(tx)
  return rows
}

/** What a line of history is about, as far as it still has a name. */
const about = sql`case h.table_name
  when 'organisation' then (select o.name from organisation o
    where o.authority_id = h.authority_id and o.id = h.row_id::integer)
  when 'account' then (select a.display_name from account a
    where a.authority_id = h.authority_id and a.id = h.row_id::uuid)
  when 'membership' then (select concat(a.display_name, ', ', ${dutiesAt(sql`m.duties`)}, o.name)
    from membership m join account a on a.authority_id = m.authority_id and a.id = m.account_id
    join organisation o on o.authority_id = m.authority_id and o.id = m.organisation_id
    where m.authority_id = h.authority_id and m.id = h.row_id::uuid)
  when 'duty_request' then (select concat(a.display_name, ', ', ${dutiesAt(sql`array[r.duty]`)}, o.name)
    from duty_request r join account a on a.authority_id = r.authority_id and a.id = r.account_id
    join organisation o on o.authority_id = r.authority_id and o.id = r.organisation_id
    where r.authority_id = h.authority_id and r.id = h.row_id::uuid)
  when 'invitation' then (select concat(i.display_name, ', ', ${dutiesAt(sql`i.duties`)}, o.name)
    from invitation i join organisation o on o.authority_id = i.authority_id and o.id = i.organisation_id
    where i.authority_id = h.authority_id and i.id = h.row_id::uuid)
  when 'sign_on_rule' then (select concat(s.claim, ' ', s.value, ', ', ${dutiesAt(sql`s.duties`)}, o.name)
    from sign_on_rule s join organisation o on o.authority_id = s.authority_id and o.id = s.organisation_id
    where s.authority_id = h.authority_id and s.id = h.row_id::uuid)
  when 'team' then (select t.name from team t where t.authority_id = h.authority_id and t.id = h.row_id::uuid)
  when 'team_member' then (select concat(a.display_name, ', ', t.name)
    from team_member m join team t on t.authority_id = m.authority_id and t.id = m.team_id
    join account a on a.authority_id = m.authority_id and a.id = m.account_id
    where m.authority_id = h.authority_id and m.id = h.row_id::uuid)
  when 'account_event' then (select concat(a.display_name, ', ', e.what)
    from account_event e join account a on a.authority_id = e.authority_id and a.id = e.account_id
    where e.authority_id = h.authority_id and e.id = h.row_id::uuid)
  when 'delegation' then (select o.name
    from delegation d join organisation o on o.authority_id = d.authority_id and o.id = d.organisation_id
    where d.authority_id = h.authority_id and d.id = h.row_id::uuid) end`

function dutiesAt(duties: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`replace(array_to_string(${duties}, ', '), '_', ' ') || ' at '`
}
