import { sql } from 'kysely'
import { holds } from '#platform/access/actor.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'

/** Carers who were assessed and have no decision, and those whose decision the council must countersign. */
export const waitsForDecision: WaitingSource = {
  kind: 'decision',
  label: 'Decision',
  step: 'decided',
  today: assessors,
  select: ({ actor }) => sql`
    select a.id, a.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.reference) as name,
           a.completed_on as since, null::date as due_on,
           case when d.state = 'to_countersign' then null else a.assessor_id end as worker_id, a.organisation_id,
           coalesce('/determinations/' || d.id, '/assessments/' || a.id) as href, a.kind as carer_kind
      from assessment a
      join person p on p.authority_id = a.authority_id and p.id = a.person_id
      left join lateral (
        select d.id, d.state from determination d
         where d.authority_id = a.authority_id and d.assessment_id = a.id
         order by d.number desc limit 1) d on true
     where a.authority_id = ${actor.authorityId} and a.state = 'completed' and a.outcome is null
       and a.previous_ref is null and d.state is distinct from 'decided'
       and a.organisation_id = any (${[...actor.organisationIds]}::integer[])`,
}

/** Carers who have been decided on and do not have it in writing, since the day of the decision. */
export const waitsForLetter: WaitingSource = {
  kind: 'decision-letter',
  label: 'Decision in writing',
  select: ({ actor }) => sql`
    select d.id, d.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.reference) as name,
           d.decided_on as since, null::date as due_on, d.decided_by as worker_id, d.organisation_id,
           '/determinations/' || d.id as href
      from determination d join person p on p.authority_id = d.authority_id and p.id = d.person_id
     where d.authority_id = ${actor.authorityId} and d.state = 'decided' and d.sent_at is null
       and d.organisation_id = any (${[...actor.organisationIds]}::integer[])`,
}

/** Carers who asked for a second look at a decision and have no answer in hand, by the day promised. */
export const waitsForSecondLook: WaitingSource = {
  kind: 'second-look',
  label: 'Second look at a decision',
  select: ({ actor }) => sql`
    select l.id, l.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.reference) as name,
           l.asked_on as since, l.due_on, l.answered_by as worker_id, l.organisation_id,
           '/second-looks/' || l.id as href
      from second_look l
      join determination d on d.authority_id = l.authority_id and d.id = l.determination_id
      join person p on p.authority_id = l.authority_id and p.id = l.person_id
     where l.authority_id = ${actor.authorityId} and l.sent_at is null
       and (l.organisation_id = any (${[...actor.organisationIds]}::integer[])
            or (d.decided_as <> 'delegate' and ${holds(actor, 'council_practitioner')}))`,
}
