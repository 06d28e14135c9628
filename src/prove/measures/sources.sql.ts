import { type RawBuilder, sql } from 'kysely'
import type { Period } from '#platform/room.ts'

/**
 * The rows behind each figure. Every source gives the same columns: `id`, `person_id`, `on_day`,
 * `label` (what it was), `amount` (hours, pence, or null) and `part` (district, course, quarter, or null).
 * A figure is a count or a sum over its source and nothing else, so each figure opens to its rows.
 */
export type Source = (of: Period) => RawBuilder<SourceRow>

export type SourceRow = {
  readonly id: string
  readonly personId: string | null
  readonly onDay: string
  readonly label: string
  readonly amount: number | null
  readonly part: string | null
}

const adults = sql`('adult_carer', 'parent_carer')`
const young = sql`('young_carer', 'young_adult_carer')`

/** Adults on the register at the end of the period: registered by then and not ended by then. */
export const activeAdults: Source = ({ authorityId, to }) => sql`
  select distinct on (g.person_id) g.id, g.person_id, g.registered_on as on_day, g.kind as label, null::numeric as amount, null::text as part
    from registration g
   where g.authority_id = ${authorityId} and g.kind in ${adults}
     and g.registered_on <= ${to} and (g.ended_on is null or g.ended_on > ${to}) and g.state <> 'asked'
   order by g.person_id, g.registered_on`

/** Adults referred in the period whom somebody then spoke to. */
export const contactedReferrals: Source = ({ authorityId, from, to }) => sql`
  select r.id, r.person_id, r.received_on as on_day, r.source as label, null::numeric as amount, r.outcome as part
    from referral r
   where r.authority_id = ${authorityId} and r.kind in ${adults}
     and r.received_on between ${from} and ${to} and r.first_contact_on is not null`

export const passedToCouncil: Source = (of) => sql`
  select * from (${contactedReferrals(of)}) r where r.part = 'passed_to_council'`

/** Carers' assessments of adults completed in the period, combined ones included. */
export const adultAssessments: Source = ({ authorityId, from, to }) => sql`
  select a.id, a.person_id, a.completed_on as on_day, coalesce(a.outcome, 'not recorded') as label, null::numeric as amount, null::text as part
    from assessment a
   where a.authority_id = ${authorityId} and a.kind in ${adults} and a.state = 'completed'
     and a.completed_on between ${from} and ${to}`

export const youngAssessments: Source = ({ authorityId, from, to }) => sql`
  select a.id, a.person_id, a.completed_on as on_day, coalesce(a.outcome, 'not recorded') as label, null::numeric as amount, null::text as part
    from assessment a
   where a.authority_id = ${authorityId} and a.kind in ('young_carer', 'transition') and a.state = 'completed'
     and a.completed_on between ${from} and ${to}`

/** Direct payments paid in the period; prevention grants are apart (Care Act s.31: assessed needs). */
export const directPayments: Source = ({ authorityId, from, to }) => sql`
  select p.id, p.person_id, p.paid_on as on_day, p.purpose as label, p.amount_pence::numeric as amount, null::text as part
    from payment p
   where p.authority_id = ${authorityId} and p.basis = 'direct_payment' and p.state = 'paid'
     and p.paid_on between ${from} and ${to}`

export const adultGroups: Source = ({ authorityId, to }) => sql`
  select g.id, null::uuid as person_id, ${to}::date as on_day, g.name as label, null::numeric as amount, g.town as part
    from support_group g
    join organisation o on o.authority_id = g.authority_id and o.id = g.organisation_id
   where g.authority_id = ${authorityId} and g.active and o.kind <> 'young_carers'`

const attendances = (of: Period, kind: string, part: RawBuilder<unknown>) => sql<SourceRow>`
  select t.id, t.person_id, t.held_on as on_day, t.name as label, t.hours as amount, ${part} as part
    from attendance t
   where t.authority_id = ${of.authorityId} and t.kind = ${kind} and t.held_on between ${of.from} and ${of.to}`

/** Quarters as the published table counts them: Q1 is July to September, and April to June is outside it. */
const publishedQuarter = sql`case when extract(month from t.held_on) between 7 and 9 then 'Q1'
  when extract(month from t.held_on) between 10 and 12 then 'Q2'
  when extract(month from t.held_on) between 1 and 3 then 'Q3' end`

export const trainingAttendances: Source = (of) => attendances(of, 'course', publishedQuarter)

export const trainingInPublishedQuarters: Source = (of) => sql`
  select * from (${trainingAttendances(of)}) t where t.part is not null`

export const clubAttendances: Source = (of) => attendances(of, 'club', sql`t.venue`)

export const clubAttendancesLastQuarter: Source = (of) => sql`
  select * from (${clubAttendances(of)}) t where t.on_day > (${of.to}::date - interval '3 months')`

export const oneToOneSessions: Source = (of) => attendances(of, 'one_to_one', sql`null::text`)

/** Young carers and young adult carers whom the service supported at any time in the period. */
export const youngSupported: Source = ({ authorityId, from, to }) => sql`
  select distinct on (g.person_id) g.id, g.person_id, g.registered_on as on_day, coalesce(p.gender, 'not_known') as label,
         null::numeric as amount, p.district_code as part
    from registration g
    join person p on p.authority_id = g.authority_id and p.id = g.person_id
   where g.authority_id = ${authorityId} and g.kind in ${young} and g.state <> 'asked'
     and g.registered_on <= ${to} and (g.ended_on is null or g.ended_on >= ${from})
   order by g.person_id, g.registered_on`

export const youngCurrent: Source = ({ authorityId, to }) => sql`
  select distinct on (g.person_id) g.id, g.person_id, g.registered_on as on_day, g.kind as label, null::numeric as amount, null::text as part
    from registration g
   where g.authority_id = ${authorityId} and g.kind in ${young} and g.state <> 'asked'
     and g.registered_on <= ${to} and (g.ended_on is null or g.ended_on > ${to})
   order by g.person_id, g.registered_on`

export const youngFemale: Source = (of) =>
  sql`select * from (${youngSupported(of)}) y where y.label = 'female'`

export const schoolReferrals: Source = ({ authorityId, from, to }) => sql`
  select r.id, r.person_id, r.received_on as on_day, r.source as label, null::numeric as amount, r.outcome as part
    from referral r
   where r.authority_id = ${authorityId} and r.kind in ${young} and r.source = 'school'
     and r.received_on between ${from} and ${to}`

export const youngWithConcerns: Source = ({ authorityId, from, to }) => sql`
  select distinct on (g.person_id) g.id, g.person_id, g.registered_on as on_day, 'safeguarding concern' as label, null::numeric as amount, null::text as part
    from registration g
   where g.authority_id = ${authorityId} and g.kind in ${young} and g.state <> 'asked'
     and g.registered_on <= ${to} and (g.ended_on is null or g.ended_on >= ${from})
     and (g.details ->> 'safeguarding')::boolean
   order by g.person_id, g.registered_on`
