import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { board, type OfBoard, type Waiting } from './waiting.sql.ts'

/** A line of the board that is past its day and stands on its manager's list, since that day. */
export type Stalled = Waiting & { readonly escalatedOn: IsoDate }

/** The steps of the pathway that stall without saying so themselves. */
export const quietSteps = (sources: readonly WaitingSource[]): readonly WaitingSource[] =>
  sources.filter(({ step, escalatesItself }) => step !== undefined && escalatesItself !== true)

/** Writes down what has stalled, once; gives to which organisations, and how many came anew. */
export async function insertStalled(
  tx: Tx,
  of: OfBoard,
): Promise<readonly { readonly organisationId: number; readonly count: number }[]> {
  if (of.sources.length === 0) return []
  const { rows } = await sql<{ organisationId: number; count: number }>`
    with noted as (
      insert into stalled_step (authority_id, kind, id, since, organisation_id, due_on, escalated_on)
      select ${of.actor.authorityId}::integer, w.kind, w.id, w.since, w.organisation_id, w.due_on, ${of.today}::date
        from (${board(of.sources, of)}) w where w.late
      on conflict do nothing
      returning organisation_id)
    select organisation_id, count(*) as count from noted group by 1 order by 1`.execute(tx)
  return rows
}

/** What has stalled with the actor's organisations and is late still, the longest wait first; `total` is exact. */
export async function listStalled(
  tx: Tx,
  of: OfBoard & { readonly limit: number },
): Promise<{ readonly stalled: readonly Stalled[]; readonly total: number }> {
  if (of.sources.length === 0) return { stalled: [], total: 0 }
  const { rows } = await sql<Stalled & { readonly total: number }>`
    select w.*, s.escalated_on, count(*) over () as total
      from (${board(of.sources, of)}) w
      join stalled_step s on s.authority_id = ${of.actor.authorityId}
       and s.kind = w.kind and s.id = w.id and s.since = w.since
     where w.late order by w.since, w.kind, w.name, w.id limit ${of.limit}`.execute(tx)
  return { stalled: rows, total: rows[0]?.total ?? 0 }
}

/** The ids of an authority's organisations. */
export async function listOrganisationIds(tx: Tx, authorityId: number): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('organisation')
    .select('id')
    .where('authorityId', '=', authorityId)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
