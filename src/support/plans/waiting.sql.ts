import { sql } from 'kysely'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { planners } from './plan.ts'
import { promisedOn, startedOn } from './plan-starts.sql.ts'

const carer = sql`coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.reference)`

/**
 * Carers for whom support follows from their assessment and who have no plan, since it was decided:
 * Care Act 2014 s.24(1), Children Act 1989 s.17ZC and s.17ZF. What another system held is not ours to plan.
 */
export const waitsForPlan: WaitingSource = {
  kind: 'plan-to-begin',
  label: 'Support plan to be begun',
  step: 'planned',
  today: planners,
  select: ({ actor }) => sql`
    select a.id, a.person_id, ${carer} as name,
           coalesce(d.countersigned_on, d.decided_on, a.completed_on) as since, null::date as due_on,
           null::uuid as worker_id, a.organisation_id, '/carers/' || a.person_id as href, a.kind as carer_kind
      from assessment a join person p on p.authority_id = a.authority_id and p.id = a.person_id
      left join lateral (
        select d.eligible, d.decided_on, d.countersigned_on from determination d
         where d.authority_id = a.authority_id and d.assessment_id = a.id and d.state = 'decided'
         order by d.number desc limit 1) d on true
     where a.authority_id = ${actor.authorityId} and a.state = 'completed' and a.previous_ref is null
       and coalesce(d.eligible, a.outcome in ('eligible', 'support'))
       and a.organisation_id = any (${[...actor.organisationIds]}::integer[])
       and not exists (select from plan l
                        where l.authority_id = a.authority_id and l.person_id = a.person_id
                          and (l.assessment_id = a.id or l.started_on >= coalesce(d.decided_on, a.completed_on)))`,
}

/**
 * Carers whose plan is being written, since the decision that it rests on or since it was begun; and
 * those whose plan is agreed and not sent, since then.
 */
export const waitsForPlanInHand: WaitingSource = {
  kind: 'plan',
  label: 'Support plan',
  step: 'planned',
  select: ({ actor }) => sql`
    select l.id, l.person_id, ${carer} as name,
           coalesce(l.agreed_on, d.countersigned_on, d.decided_on, l.started_on) as since, null::date as due_on,
           l.worker_id, l.organisation_id, '/plans/' || l.id as href,
           case l.state when 'draft' then l.kind end as carer_kind
      from plan l join person p on p.authority_id = l.authority_id and p.id = l.person_id
      left join determination d on d.authority_id = l.authority_id and d.id = l.determination_id
     where l.authority_id = ${actor.authorityId}
       and (l.state = 'draft' or l.state = 'agreed' and l.sent_at is null)
       and l.organisation_id = any (${[...actor.organisationIds]}::integer[])`,
  give: give(),
}

/** Carers whose plan they have, and nothing of which has begun, since it was agreed. */
export const waitsForSupport: WaitingSource = {
  kind: 'support',
  label: 'Support to begin',
  step: 'supported',
  today: planners,
  select: ({ actor }) => sql`
    select l.id, l.person_id, ${carer} as name, l.agreed_on as since, ${promisedOn} as due_on,
           l.worker_id, l.organisation_id, '/plans/' || l.id as href, l.kind as carer_kind
      from plan l join person p on p.authority_id = l.authority_id and p.id = l.person_id
     where l.authority_id = ${actor.authorityId} and l.state = 'agreed' and l.sent_at is not null
       and ${startedOn} is null
       and l.organisation_id = any (${[...actor.organisationIds]}::integer[])`,
  give: give(),
}

/** Carers whose plan holds while no review of it is set: Care Act 2014 s.27(1). */
export const waitsForReviewToBeSet: WaitingSource = {
  kind: 'review-to-set',
  label: 'Review to be set',
  select: ({ actor }) => sql`
    select l.id, l.person_id, ${carer} as name, l.agreed_on as since, null::date as due_on,
           l.worker_id, l.organisation_id, '/plans/' || l.id as href
      from plan l join person p on p.authority_id = l.authority_id and p.id = l.person_id
     where l.authority_id = ${actor.authorityId} and l.state = 'agreed'
       and not exists (select from review r
                        where r.authority_id = l.authority_id and r.plan_id = l.id and r.done_on is null)
       and l.organisation_id = any (${[...actor.organisationIds]}::integer[])`,
  give: give(),
}

function give(): NonNullable<WaitingSource['give']> {
  return {
    to: planners,
    run: async (tx, { ids, from, workerId }) => {
      const { numUpdatedRows } = await tx
        .updateTable('plan')
        .set((eb) => ({ workerId, version: eb('version', '+', 1) }))
        .where('id', 'in', [...ids])
        .where('state', 'in', ['draft', 'agreed'])
        .where('workerId', 'is not distinct from', from)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  }
}
