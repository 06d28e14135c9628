import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'

/** What somebody looked at in a person's record on one day, and what for, however often they opened it. */
export type Look = {
  readonly on: IsoDate
  readonly lastAt: IsoInstant
  readonly reader: string
  readonly organisations: string | null
  readonly duties: readonly string[]
  readonly what: readonly string[]
  /** Words that go on from "looked at your record"; none where nothing was noted. */
  readonly purposes: readonly string[]
  readonly byOverride: boolean
}

type Whose = {
  readonly authorityId: number
  readonly personId: string
  readonly accountId: string | null
}

/** Who looked at a person's record, the newest day first; one's own looks are left out. */
export async function listLooks(
  tx: Tx,
  of: Whose & { readonly offset: number; readonly limit: number },
): Promise<readonly Look[]> {
  const { rows } = await sql<Look>`
    select (at at time zone 'Europe/London')::date as "on", max(at) as last_at, reader_name as reader,
           (select string_agg(o.name, ', ' order by o.name) from organisation o
             where o.authority_id = ${of.authorityId} and o.id = any (organisation_ids)) as organisations,
           duties, array_agg(distinct what order by what) as what,
           coalesce(array_agg(distinct purpose order by purpose) filter (where purpose is not null), '{}') as purposes,
           override_id is not null as by_override
      from read_log
     where authority_id = ${of.authorityId} and person_id = ${of.personId}
       and account_id is distinct from ${of.accountId}::uuid
     group by 1, account_id, reader_name, organisation_ids, duties, override_id
     order by last_at desc limit ${of.limit} offset ${of.offset}`.execute(tx)
  return rows
}

/** How many entries `listLooks` would give in all. */
export async function countLooks(tx: Tx, of: Whose): Promise<number> {
  const { rows } = await sql<{ looks: number }>`
    select count(*) as looks from (
      select from read_log
       where authority_id = ${of.authorityId} and person_id = ${of.personId}
         and account_id is distinct from ${of.accountId}::uuid
       group by (at at time zone 'Europe/London')::date, account_id, reader_name, organisation_ids, duties, override_id) as each`.execute(
    tx,
  )
  return rows[0]?.looks ?? 0
}
