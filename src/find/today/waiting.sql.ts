import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { addWorkingDays } from '#platform/lib/dates.ts'
import { nearDays, stepThresholds, type StepReckoning } from '#people/pathway/step-clock.rules.ts'
import type { WaitingFilter } from './waiting-filter.ts'

/** Somebody who waits for something. */
export type Waiting = {
  readonly kind: string
  readonly id: string
  readonly personId: string | null
  readonly name: string
  readonly since: IsoDate
  /** The day that was promised by name; where there is none, the step's promise tells. */
  readonly dueOn: IsoDate | null
  readonly step: string | null
  readonly carerKind: string | null
  readonly late: boolean
  readonly workerId: string | null
  readonly worker: string | null
  /** Whether whoever has it left. */
  readonly left: boolean
  readonly organisationId: number
  readonly href: string
}

/** How many wait for one thing with one worker. */
export type WaitingTally = Pick<Waiting, 'kind' | 'workerId' | 'worker' | 'left'> & {
  readonly total: number
  readonly late: number
}

export type OfBoard = {
  readonly sources: readonly WaitingSource[]
  /** All that rooms hand over, for who is listed nowhere else. */
  readonly among: readonly WaitingSource[]
  readonly reckoning: StepReckoning
  readonly actor: Actor
  readonly today: IsoDate
}

/** Who waits under a filter: what is past its day first, then what nears it, the longest wait first. */
export async function listWaiting(
  tx: Tx,
  of: OfBoard & {
    readonly filter: WaitingFilter
    readonly offset: number
    readonly limit: number
  },
): Promise<readonly Waiting[]> {
  const { sources, filter, offset, limit } = of
  const shown = sources.filter(({ kind, standing }) =>
    filter.for === undefined ? standing !== true : kind === filter.for,
  )
  if (shown.length === 0) return []
  const { rows } = await sql<Waiting>`
    select * from (${board(shown, of)}) w where ${whose(filter.of)}
     order by w.late desc, w.near desc, w.since, w.kind, w.name, w.id offset ${offset} limit ${limit}`.execute(
    tx,
  )
  return rows
}

/** Of some sources what is a worker's own, and what is nobody's yet, in the same order; `total` is exact. */
export async function listMine(
  tx: Tx,
  of: OfBoard & { readonly limit: number },
): Promise<{ readonly mine: readonly Waiting[]; readonly total: number }> {
  const { rows } = await sql<Waiting & { readonly total: number }>`
    select w.*, count(*) over () as total from (${board(of.sources, of)}) w
     where w.worker_id = ${of.actor.accountId} or w.worker_id is null
     order by w.late desc, w.near desc, w.since, w.kind, w.name, w.id limit ${of.limit}`.execute(tx)
  return { mine: rows, total: rows[0]?.total ?? 0 }
}

/** Exact numbers for each thing and worker, of all that there is. */
export async function tallyWaiting(tx: Tx, of: OfBoard): Promise<readonly WaitingTally[]> {
  if (of.sources.length === 0) return []
  const { rows } = await sql<WaitingTally>`
    select w.kind, w.worker_id, w.worker, w.left, count(*) as total,
           count(*) filter (where w.late) as late
      from (${board(of.sources, of)}) w
     group by w.kind, w.worker_id, w.worker, w.left
     order by w.worker nulls first, w.worker_id, w.kind`.execute(tx)
  return rows
}

/** Those of the board that were picked by kind and id and are on it still. */
export async function listPicked(
  tx: Tx,
  of: OfBoard & { readonly picked: readonly { readonly kind: string; readonly id: string }[] },
): Promise<readonly Waiting[]> {
  const { sources, picked } = of
  const asked = sources.filter(({ kind }) => picked.some((each) => each.kind === kind))
  if (asked.length === 0) return []
  const { rows } = await sql<Waiting>`
    select * from (${board(asked, of)}) w
     where (w.kind, w.id) in (
       select * from unnest(${picked.map(({ kind }) => kind)}::text[], ${picked.map(({ id }) => id)}::uuid[]))
     order by w.since, w.kind, w.name, w.id`.execute(tx)
  return rows
}

/** What the rooms hand over, one below the other, each row with whose it is and how its clock stands. */
export function board(sources: readonly WaitingSource[], of: OfBoard): RawBuilder<unknown> {
  const { actor, today, reckoning } = of
  const parts = sources.map(
    (source) => sql`(
      select ${source.kind}::text as kind, s.id, s.person_id, s.name, s.since, s.due_on, s.worker_id,
             s.organisation_id, s.href, ${source.step ?? null}::text as step,
             ${source.step === undefined ? sql`null` : sql`s.carer_kind`}::text as carer_kind
        from (${source.select(of)}) s
       where ${source.ifNothingElse === true ? nowhereElse(of) : sql`true`})`,
  )
  return sql`
    select u.*, a.display_name as worker, coalesce(not a.active, false) as left,
           coalesce(u.due_on < ${today}, u.since <= t."redSince", false) as late,
           coalesce(u.due_on <= ${addWorkingDays(today, nearDays, reckoning.holidays)},
                    u.since <= t."amberSince", false) as near
      from (${sql.join(parts, sql` union all `)}) u
      left join account a on a.authority_id = ${actor.authorityId} and a.id = u.worker_id
      left join jsonb_to_recordset(${JSON.stringify(stepThresholds(today, reckoning))}::jsonb)
             as t(kind text, step text, "fromOn" date, "untilOn" date, "amberSince" date, "redSince" date)
        on u.due_on is null and t.kind = u.carer_kind and t.step = u.step
       and u.since >= coalesce(t."fromOn", '-infinity') and u.since < coalesce(t."untilOn", 'infinity')`
}

/** Whose next step no source lists, and for whom no room has anything dated ahead. */
function nowhereElse(of: OfBoard): RawBuilder<unknown> {
  const listed = of.among
    .filter(({ ifNothingElse, standing }) => ifNothingElse !== true && standing !== true)
    .map(({ select }) => sql`select o.person_id from (${select(of)}) o`)
  const dated = of.among.flatMap(({ ahead }) => (ahead === undefined ? [] : [ahead(of)]))
  const others = [...listed, ...dated]
  if (others.length === 0) return sql`true`
  return sql`not exists (
    select from (${sql.join(others, sql` union all `)}) o where o.person_id = s.person_id)`
}

function whose(of: WaitingFilter['of']): RawBuilder<boolean> {
  if (of === undefined) return sql<boolean>`true`
  if (of === 'nobody') return sql<boolean>`w.worker_id is null`
  if (of === 'left') return sql<boolean>`w.left`
  return sql<boolean>`w.worker_id = ${of}`
}
