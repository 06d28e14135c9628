import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

/** Every way in which practices are written on people's records: found one by one in the index, not by reading everybody. */
export async function listWrittenPractices(
  tx: Tx,
  authorityId: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ written: string }>`
    with recursive each_practice as (
      (select gp_practice as written from person
        where authority_id = ${authorityId} and gp_practice is not null order by gp_practice limit 1)
      union all
      select (select p.gp_practice from person p
               where p.authority_id = ${authorityId} and p.gp_practice > each_practice.written
               order by p.gp_practice limit 1)
        from each_practice where each_practice.written is not null)
    select written from each_practice where written is not null`.execute(tx)
  return rows.map(({ written }) => written)
}

/** How many people on a carers' register today have one of these written as their practice, by what is written. */
export async function countRegistered(
  tx: Tx,
  of: { readonly authorityId: number; readonly written: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ written: string; carers: number }>`
    select p.gp_practice as written, count(*) as carers from person p
     where p.authority_id = ${of.authorityId} and p.gp_practice = any (${[...of.written]}::text[])
       and p.merged_into is null and p.died_on is null
       and exists (select from registration r
                    where r.authority_id = p.authority_id and r.person_id = p.id and r.ended_on is null)
     group by p.gp_practice`.execute(tx)
  return new Map(rows.map(({ written, carers }) => [written, carers]))
}

export type PracticeStanding = {
  readonly code: string
  readonly name: string
  readonly town: string | null
  readonly state: string
  readonly published: number | null
  readonly publishedOn: string | null
  readonly patients: number | null
  /** Carers whose flag the practice confirmed; null where it takes no part yet. */
  readonly flagged: number | null
  readonly confirmedAt: string | null
}

/** The practices of these districts with their newest published count and their last receipt. */
export async function listPracticeStandings(
  tx: Tx,
  of: { readonly authorityId: number; readonly districts: readonly string[] },
): Promise<readonly PracticeStanding[]> {
  const { rows } = await sql<PracticeStanding>`
    select e.code, e.name, e.town, e.state, c.carers as published, c.counted_on as published_on, c.patients,
           case when o.id is not null then coalesce(r.flagged, 0) end as flagged, r.confirmed_at
      from establishment e
      left join lateral (select carers, counted_on, patients from practice_count
                          where practice_code = e.code order by counted_on desc limit 1) c on true
      left join organisation o on o.authority_id = ${of.authorityId} and o.kind = 'gp_practice' and o.code = e.code
      left join lateral (select flagged, confirmed_at from practice_receipt
                          where authority_id = o.authority_id and organisation_id = o.id
                          order by number desc limit 1) r on true
     where e.kind = 'gp_practice' and e.district_code = any (${[...of.districts]}::text[])
       and (e.state <> 'closed' or o.id is not null)
     order by e.name, e.code`.execute(tx)
  return rows
}
