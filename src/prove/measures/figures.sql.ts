import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Source, SourceRow, Span } from './sources.sql.ts'

export type Totals = {
  readonly rows: number
  /** The sum of the rows' amounts; null where none has one. */
  readonly amount: number | null
}

/** Over one source: how many rows, and the sum of their amounts. */
export async function getTotals(tx: Tx, source: Source, of: Span): Promise<Totals> {
  const { rows } = await sql<Totals>`
    select count(*)::integer as rows, sum(amount) as amount from (${source(of)}) s`.execute(tx)
  return rows[0] ?? { rows: 0, amount: null }
}

/** Over one source, how many different people. */
export async function countPeople(tx: Tx, source: Source, of: Span): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct person_id)::integer as count from (${source(of)}) s`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Over one source, how many rows. */
export async function countRows(tx: Tx, source: Source, of: Span): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (${source(of)}) s`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Whether a source has any row. */
export async function hasAny(tx: Tx, source: Source, of: Span): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    select exists (${source(of)}) as some`.execute(tx)
  return rows[0]?.some ?? false
}

/** Rows counted by their part, the blank ones under ''. */
export async function countByPart(
  tx: Tx,
  source: Source,
  of: Span,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ part: string; count: number }>`
    select coalesce(part, '') as part, count(*)::integer as count from (${source(of)}) s group by 1 order by 1`.execute(
    tx,
  )
  return new Map(rows.map(({ part, count }) => [part, count]))
}

/** Rows counted by label and part. */
export async function countByLabelAndPart(tx: Tx, source: Source, of: Span) {
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
  of: Span,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly OpenedRow[]> {
  const { rows } = await sql<OpenedRow>`
    with page as (
      select * from (${source(of)}) s order by s.on_day, s.id limit ${page.limit} offset ${page.offset})
    select page.*, p.reference, nullif(concat_ws(' ', p.given_name, p.family_name), '') as name
      from page
      left join person p on p.authority_id = ${of.authorityId} and p.id = page.person_id
     order by page.on_day, page.id`.execute(tx)
  return rows
}
