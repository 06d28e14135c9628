import { sql, type RawBuilder } from 'kysely'
import { holds, type Actor } from '#platform/access/actor.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'

/** Carers who were assessed and have no decision, with who assessed or was given it. */
export const waitsForDecision: WaitingSource = {
  kind: 'decision',
  label: 'Decision',
  step: 'decided',
  today: assessors,
  select: ({ actor }) => undecided(actor, sql`d.state is distinct from 'to_countersign'`),
  give: {
    to: assessors,
    run: async (tx, { ids, from, workerId }) => {
      const { numUpdatedRows } = await tx
        .updateTable('assessment')
        .set((eb) => ({ deciderId: workerId, version: eb('version', '+', 1) }))
        .where('id', 'in', [...ids])
        .where('state', '=', 'completed')
        .where('outcome', 'is', null)
        .where(sql<boolean>`coalesce(decider_id, assessor_id) is not distinct from ${from}`)
        .where(
          sql<boolean>`not exists (
            select from determination d
             where d.authority_id = assessment.authority_id and d.assessment_id = assessment.id
               and d.state in ('to_countersign', 'decided'))`,
        )
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  },
}

/** Carers whose decision is proposed and the council must countersign: whoever of it can, nobody in particular. */
export const waitsForCountersigning: WaitingSource = {
  kind: 'countersign',
  label: 'Decision to be countersigned',
  step: 'decided',
  select: ({ actor }) => undecided(actor, sql`d.state = 'to_countersign'`),
}

function undecided(actor: Actor, standing: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select a.id, a.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.reference) as name,
           a.completed_on as since, null::date as due_on,
           case when d.state = 'to_countersign' then null else coalesce(a.decider_id, a.assessor_id) end as worker_id,
           a.organisation_id, coalesce('/determinations/' || d.id, '/assessments/' || a.id) as href, a.kind as carer_kind
      from assessment a
      join person p on p.authority_id = a.authority_id and p.id = a.person_id
      left join lateral (
        select d.id, d.state from determination d
         where d.authority_id = a.authority_id and d.assessment_id = a.id
         order by d.number desc limit 1) d on true
     where a.authority_id = ${actor.authorityId} and a.state = 'completed' and a.outcome is null
       and a.previous_ref is null and d.state is distinct from 'decided' and ${standing}
       and a.organisation_id = any (${[...actor.organisationIds]}::integer[])`
}

/** Carers who have been decided on and do not have it in writing, since the day of the decision. */
export const waitsForLetter: WaitingSource = {
  kind: 'decision-letter',
  label: 'Decision in writing',
  select: ({ actor }) => sql`
    select d.id, d.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.reference) as name,
           d.decided_on as since, null::date as due_on, coalesce(d.sender_id, d.decided_by) as worker_id, d.organisation_id,
           '/determinations/' || d.id as href
      from determination d join person p on p.authority_id = d.authority_id and p.id = d.person_id
     where d.authority_id = ${actor.authorityId} and d.state = 'decided' and d.sent_at is null
       and d.organisation_id = any (${[...actor.organisationIds]}::integer[])`,
  give: {
    to: assessors,
    run: async (tx, { ids, from, workerId }) => {
      const { numUpdatedRows } = await tx
        .updateTable('determination')
        .set((eb) => ({ senderId: workerId, version: eb('version', '+', 1) }))
        .where('id', 'in', [...ids])
        .where('state', '=', 'decided')
        .where('sentAt', 'is', null)
        .where(sql<boolean>`coalesce(sender_id, decided_by) is not distinct from ${from}`)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  },
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
