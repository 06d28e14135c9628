import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Period } from '#platform/room.ts'
import type { Source, SourceRow } from './sources.sql.ts'

export type Totals = {
  readonly rows: number
  readonly people: number
  readonly amount: number | null
}

/** Over one source: how many rows, how many people, and the sum of their amounts (null where none has one). */
export async function getTotals(tx: Tx, source: Source, of: Period): Promise<Totals> {
  const { rows } = await sql<Totals>`
    select count(*)::integer as rows, count(distinct person_id)::integer as people, sum(amount) as amount
      from (${source(of)}) s`.execute(tx)
  return rows[0] ?? { rows: 0, people: 0, amount: null }
}

/** Rows counted by their part, the blank ones under ''. */
export async function countByPart(
  tx: Tx,
  source: Source,
  of: Period,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ part: string; count: number }>`
    select coalesce(part, '') as part, count(*)::integer as count from (${source(of)}) s group by 1 order by 1`.execute(
    tx,
  )
  return new Map(rows.map(({ part, count }) => [part, count]))
}

/** Rows counted by label and part. */
export async function countByLabelAndPart(tx: Tx, source: Source, of: Period) {
  const { rows } = await sql<{ label: string; part: string; count: number }>`
    select label, coalesce(part, '') as part, count(*)::integer as count
      from (${source(of)}) s group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}

export type OpenedRow = SourceRow & {
  readonly name: string | null
  readonly reference: string | null
}

/** One page of a source's rows as the actor may see them, with the carer's name where there is one. */
export async function listSourceRows(
  tx: Tx,
  source: Source,
  of: Period,
  page: { readonly offset: number; readonly limit: number },
) {
  const { rows } = await sql<OpenedRow>`
    select s.*, p.reference, concat_ws(' ', p.given_name, p.family_name) as name
      from (${source(of)}) s
      left join person p on p.authority_id = ${of.authorityId} and p.id = s.person_id
     order by s.on_day, s.id limit ${page.limit} offset ${page.offset}`.execute(tx)
  return rows
}

/** The first and last day on which anything that a year counts happened; null where nothing is recorded. */
export async function findRecordedSpan(
  tx: Tx,
  authorityId: number,
): Promise<{ first: IsoDate; last: IsoDate } | null> {
  const { rows } = await sql<{ first: IsoDate | null; last: IsoDate | null }>`
    select min(day) as first, max(day) as last from (
      select min(completed_on) as day from assessment where authority_id = ${authorityId} and state = 'completed'
      union all select max(completed_on) from assessment where authority_id = ${authorityId} and state = 'completed'
      union all select min(received_on) from referral where authority_id = ${authorityId}
      union all select max(received_on) from referral where authority_id = ${authorityId}
      union all select min(held_on) from attendance where authority_id = ${authorityId}
      union all select max(held_on) from attendance where authority_id = ${authorityId}
      union all select min(paid_on) from payment where authority_id = ${authorityId} and state = 'paid'
      union all select max(paid_on) from payment where authority_id = ${authorityId} and state = 'paid'
    ) days`.execute(tx)
  const span = rows[0]
  return span?.first == null || span.last === null ? null : { first: span.first, last: span.last }
}
