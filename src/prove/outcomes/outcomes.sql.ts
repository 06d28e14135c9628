import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { SourceRow } from '../measures/sources.sql.ts'
import type { OutcomeFilter } from './outcome-filter.ts'

/**
 * The rows behind each outcome. Each gives `id`, `person_id`, `on_day`, `label` (what it is about) and
 * `before`, `after`, `met`; a figure is counted from these rows and nothing else, so it opens to them.
 */
export type OutcomeRow = Pick<SourceRow, 'id' | 'personId' | 'onDay' | 'label'> & {
  readonly before: string | null
  readonly after: string | null
  readonly met: boolean | null
}

type Rows = RawBuilder<OutcomeRow>

const ofKind = ({ kind }: OutcomeFilter) => (kind === null ? sql`true` : sql`l.kind = ${kind}`)

const ofHub = ({ hub }: OutcomeFilter) =>
  hub === null ? sql`true` : sql`l.organisation_id = ${hub}`

const ofDistrict = ({ district }: OutcomeFilter) =>
  district === null ? sql`true` : sql`p.district_code = ${district}`

/** Each goal that was asked about at a review of the period, once, as it stood at the last of them. */
export const reviewedGoals = (of: OutcomeFilter): Rows => sql`
  select distinct on (g.id) g.id, g.person_id, r.done_on as on_day, g.i_statement as label,
         g.answer_before as before, coalesce(a.answer, g.answer_after) as after, coalesce(g.met, false) as met
    from review r
    join plan l on l.authority_id = r.authority_id and l.id = r.plan_id
    join plan_goal g on g.authority_id = r.authority_id and g.plan_id = r.plan_id
    join person p on p.authority_id = r.authority_id and p.id = r.person_id
    left join review_answer a on a.authority_id = r.authority_id and a.review_id = r.id and a.goal_id = g.id
         and a.answered_by = 'worker'
   where r.authority_id = ${of.authorityId} and r.done_on between ${of.from} and ${of.to}
     and r.kind <> 'direct_payment' and g.answer_before is not null
     and coalesce(a.answer, g.answer_after) is not null
     and ${ofKind(of)} and ${ofHub(of)} and ${ofDistrict(of)}
   order by g.id, r.done_on desc, r.id desc`

/** What carers said of the support in the period, in the talk or at home before it. */
const feedback = (of: OutcomeFilter, answer: RawBuilder<unknown>): Rows => sql`
  select f.id, f.person_id, f.said_on as on_day, f.said_by as label,
         null::text as before, ${answer} as after, null::boolean as met
    from review_feedback f
    join review r on r.authority_id = f.authority_id and r.id = f.review_id
    join plan l on l.authority_id = r.authority_id and l.id = r.plan_id
    join person p on p.authority_id = f.authority_id and p.id = f.person_id
   where f.authority_id = ${of.authorityId} and f.said_on between ${of.from} and ${of.to}
     and ${answer} is not null and ${ofKind(of)} and ${ofHub(of)} and ${ofDistrict(of)}`

export const satisfied = (of: OutcomeFilter): Rows => feedback(of, sql`f.satisfaction`)
export const recommending = (of: OutcomeFilter): Rows => feedback(of, sql`f.recommend`)

const instrument = 'six-questions-1'
const total = sql`(select (s ->> 'score')::integer from jsonb_array_elements(i.scores) s where s ->> 'scale' = 'total')`

/**
 * Carers who answered the six questions in the period and before: their last score in it beside their
 * first ever. Of several plans of a carer the newest says of which kind and with which hub they are.
 */
export const sixQuestions = (of: OutcomeFilter): Rows => sql`
  with scored as (
    select i.id, i.person_id, i.held_on, ${total} as score from instrument_reading i
     where i.authority_id = ${of.authorityId} and i.instrument = ${instrument} and i.held_on <= ${of.to}),
  latest as (
    select distinct on (person_id) * from scored where score is not null and held_on >= ${of.from}
     order by person_id, held_on desc, id desc),
  first as (
    select distinct on (person_id) * from scored where score is not null order by person_id, held_on, id)
  select latest.id, latest.person_id, latest.held_on as on_day, 'six' as label,
         first.score::text as before, latest.score::text as after, latest.score > first.score as met
    from latest
    join first on first.person_id = latest.person_id and first.id <> latest.id
    join person p on p.authority_id = ${of.authorityId} and p.id = latest.person_id
    left join lateral (
      select l.kind, l.organisation_id from plan l
       where l.authority_id = ${of.authorityId} and l.person_id = latest.person_id and l.agreed_on <= ${of.to}
       order by l.agreed_on desc, l.id desc limit 1) l on true
   where ${ofKind(of)} and ${ofHub(of)} and ${ofDistrict(of)}`

export type OutcomeCount = {
  readonly label: string
  readonly before: string | null
  readonly after: string | null
  readonly met: boolean | null
  readonly count: number
}

/** The rows counted by all that a figure may ask of them. */
export async function countOutcomes(tx: Tx, rows: Rows): Promise<readonly OutcomeCount[]> {
  const counted = await sql<OutcomeCount>`
    select label, before, after, met, count(*)::integer as count
      from (${rows}) s group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(tx)
  return counted.rows
}

export type OpenedOutcome = OutcomeRow & {
  readonly name: string | null
  readonly reference: string | null
}

/** One page of the rows as the actor may see them, with the carer's name, and how many there are. */
export async function listOutcomeRows(
  tx: Tx,
  rows: Rows,
  page: { readonly offset: number; readonly limit: number; readonly authorityId: number },
): Promise<{ readonly rows: readonly OpenedOutcome[]; readonly total: number }> {
  const total = await sql<{ count: number }>`
    select count(*)::integer as count from (${rows}) s`.execute(tx)
  const opened = await sql<OpenedOutcome>`
    with page as (select * from (${rows}) s order by s.on_day, s.id limit ${page.limit} offset ${page.offset})
    select page.*, p.reference, nullif(concat_ws(' ', p.given_name, p.family_name), '') as name
      from page join person p on p.authority_id = ${page.authorityId} and p.id = page.person_id
     order by page.on_day, page.id`.execute(tx)
  return { rows: opened.rows, total: total.rows[0]?.count ?? 0 }
}

/** The organisations that ever made a plan, by name: those by which outcomes can be asked. */
export async function listHubs(
  tx: Tx,
  authorityId: number,
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select o.id, o.name from organisation o
     where o.authority_id = ${authorityId} and exists (
       select from plan l where l.authority_id = o.authority_id and l.organisation_id = o.id and l.agreed_on is not null)
     order by o.name, o.id`.execute(tx)
  return rows
}
