import { type RawBuilder, sql } from 'kysely'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Period } from '#platform/room.ts'

/**
 * The rows behind each figure. Every source gives the same columns: `id`, `person_id`, `on_day`,
 * `label` (what it was), `amount` (hours, pence, or null) and `part` (district, course, quarter, or null).
 * A figure is a count or a sum over its source and nothing else, so each figure opens to its rows.
 *
 * Each asks by authority, kind and day, as the indexes on its table do. Of records found to be one
 * person the rows were moved to the one that was kept, so nobody is counted under two ids.
 */
export type Source = (of: Span) => RawBuilder<SourceRow>

export type Span = Pick<Period, 'authorityId' | 'from' | 'to'>

export type SourceRow = {
  readonly id: string
  readonly personId: string | null
  readonly onDay: IsoDate
  readonly label: string
  readonly amount: number | null
  readonly part: string | null
}

const adults = sql`('adult_carer', 'parent_carer')`
const young = sql`('young_carer', 'young_adult_carer')`

/** Nothing to add up, and nothing to break down by. */
const noAmount = sql`null::numeric as amount`
const noPart = sql`null::text as part`

/**
 * Asked for and not yet taken up is no registration; one that ended and does not say when tells
 * nothing of any day.
 */
const counts = sql`g.state <> 'asked' and (g.state <> 'ended' or g.ended_on is not null)`

/** Registered by the end of the period and not ended by then: whoever ended on its last day is not counted. */
const onLastDay = ({ to }: Span) =>
  sql`g.registered_on <= ${to} and (g.ended_on is null or g.ended_on > ${to}) and ${counts}`

/** Registered on any day of the period, its first and last among them. */
const onAnyDay = ({ from, to }: Span) =>
  sql`g.registered_on <= ${to} and (g.ended_on is null or g.ended_on >= ${from}) and ${counts}`

/** Adults on the register at the end of the period, each once. */
export const activeAdults: Source = (of) => sql`
  select distinct on (g.person_id) g.id, g.person_id, g.registered_on as on_day, g.kind as label, ${noAmount}, ${noPart}
    from registration g
   where g.authority_id = ${of.authorityId} and g.kind in ${adults} and ${onLastDay(of)}
   order by g.person_id, g.registered_on, g.id`

/** Registrations of adults that ran on any day of the period. */
export const adultRegistrations: Source = (of) => sql`
  select g.id, g.person_id, g.registered_on as on_day, g.kind as label, ${noAmount}, ${noPart}
    from registration g
   where g.authority_id = ${of.authorityId} and g.kind in ${adults} and ${onAnyDay(of)}`

/** Adults referred in the period whom somebody then spoke to. */
export const contactedReferrals: Source = ({ authorityId, from, to }) => sql`
  select r.id, r.person_id, r.received_on as on_day, r.source as label, ${noAmount}, r.outcome as part
    from referral r
   where r.authority_id = ${authorityId} and r.kind in ${adults}
     and r.received_on between ${from} and ${to} and r.first_contact_on is not null`

/** Of these, whom the hub handed on to the council for an assessment. */
export const passedToCouncil: Source = (of) => sql`
  select * from (${contactedReferrals(of)}) r where r.part = 'passed_to_council'`

/** Carers' assessments of adults completed in the period, combined ones included. */
export const adultAssessments: Source = ({ authorityId, from, to }) => sql`
  select a.id, a.person_id, a.completed_on as on_day, coalesce(a.method, '') as label, ${noAmount}, a.outcome as part
    from assessment a
   where a.authority_id = ${authorityId} and a.kind in ${adults} and a.state = 'completed'
     and a.completed_on between ${from} and ${to}`

/** Assessments of carers under 18, and of those who are about to be adults (Care Act 2014 s.63). */
export const youngAssessments: Source = ({ authorityId, from, to }) => sql`
  select a.id, a.person_id, a.completed_on as on_day, coalesce(a.method, '') as label, ${noAmount}, a.outcome as part
    from assessment a
   where a.authority_id = ${authorityId} and a.kind in ('young_carer', 'transition') and a.state = 'completed'
     and a.completed_on between ${from} and ${to}`

/** Direct payments paid in the period; prevention grants are apart (Care Act 2014 s.31: assessed needs). */
export const directPayments: Source = ({ authorityId, from, to }) => sql`
  select p.id, p.person_id, p.paid_on as on_day, p.purpose as label, p.amount_pence::numeric as amount, ${noPart}
    from payment p
   where p.authority_id = ${authorityId} and p.basis = 'direct_payment' and p.state = 'paid'
     and p.paid_on between ${from} and ${to}`

/** Groups of adult carers that meet. When they began is not kept, so every period has today's. */
export const adultGroups: Source = ({ authorityId, to }) => sql`
  select g.id, null::uuid as person_id, ${to}::date as on_day, g.name as label, ${noAmount}, g.town as part
    from support_group g
    join organisation o on o.authority_id = g.authority_id and o.id = g.organisation_id
   where g.authority_id = ${authorityId} and g.active and o.kind <> 'young_carers'`

const attendances = (
  of: Span,
  kind: string,
  part: RawBuilder<unknown>,
): RawBuilder<SourceRow> => sql`
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

/** Those of the period's last three months: from 1 January, where it ends on 31 March. */
export const clubAttendancesLastQuarter: Source = (of) => sql`
  select * from (${clubAttendances(of)}) t where t.on_day > (${of.to}::date - interval '3 months')`

export const oneToOneSessions: Source = (of) => attendances(of, 'one_to_one', sql`t.venue`)

/** Young carers and young adult carers whom the service supported on any day of the period, each once. */
export const youngSupported: Source = (of) => sql`
  select distinct on (g.person_id) g.id, g.person_id, g.registered_on as on_day, coalesce(p.gender, '') as label,
         ${noAmount}, p.district_code as part
    from registration g
    join person p on p.authority_id = g.authority_id and p.id = g.person_id
   where g.authority_id = ${of.authorityId} and g.kind in ${young} and ${onAnyDay(of)}
   order by g.person_id, g.registered_on, g.id`

/** Those supported on the last day of the period. */
export const youngCurrent: Source = (of) => sql`
  select distinct on (g.person_id) g.id, g.person_id, g.registered_on as on_day, g.kind as label, ${noAmount}, ${noPart}
    from registration g
   where g.authority_id = ${of.authorityId} and g.kind in ${young} and ${onLastDay(of)}
   order by g.person_id, g.registered_on, g.id`

export const youngFemale: Source = (of) => sql`
  select * from (${youngSupported(of)}) y where y.label = 'female'`

/** Those supported in the period for whom their service keeps a safeguarding concern. */
export const youngWithConcerns: Source = (of) => sql`
  select distinct on (g.person_id) g.id, g.person_id, g.registered_on as on_day, g.kind as label, ${noAmount}, ${noPart}
    from registration g
   where g.authority_id = ${of.authorityId} and g.kind in ${young} and ${onAnyDay(of)}
     and g.details @> '{"safeguarding": true}'
   order by g.person_id, g.registered_on, g.id`

export const youngReferrals: Source = ({ authorityId, from, to }) => sql`
  select r.id, r.person_id, r.received_on as on_day, r.source as label, ${noAmount}, r.outcome as part
    from referral r
   where r.authority_id = ${authorityId} and r.kind in ${young} and r.received_on between ${from} and ${to}`

export const schoolReferrals: Source = (of) => sql`
  select * from (${youngReferrals(of)}) r where r.label = 'school'`

/** Registrations of adults, and of young carers, that ended in the period. */
export const adultsWhoLeft: Source = (of) => endings(of, adults)
export const youngWhoLeft: Source = (of) => endings(of, young)

const endings = (
  { authorityId, from, to }: Span,
  kinds: RawBuilder<unknown>,
): RawBuilder<SourceRow> => sql`
  select g.id, g.person_id, g.ended_on as on_day, g.kind as label, ${noAmount}, ${noPart}
    from registration g
   where g.authority_id = ${authorityId} and g.kind in ${kinds} and g.ended_on between ${from} and ${to}`
