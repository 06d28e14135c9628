import { sql } from 'kysely'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { planners } from './plan.ts'

/** Carers who were found eligible and have no plan, since the decision: Care Act 2014 s.24(1). */
export const waitsForPlan: WaitingSource = {
  kind: 'plan-to-begin',
  label: 'Support plan to be begun',
  select: ({ actor }) => sql`
    select d.id, d.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.reference) as name,
           d.decided_on as since, null::date as due_on, null::uuid as worker_id, d.organisation_id,
           '/carers/' || d.person_id as href
      from determination d join person p on p.authority_id = d.authority_id and p.id = d.person_id
     where d.authority_id = ${actor.authorityId} and d.state = 'decided' and d.eligible
       and d.organisation_id = any (${[...actor.organisationIds]}::integer[])
       and not exists (select from determination later
                        where later.authority_id = d.authority_id and later.assessment_id = d.assessment_id
                          and later.number > d.number and later.state = 'decided')
       and not exists (select from plan l
                        where l.authority_id = d.authority_id and l.person_id = d.person_id
                          and (l.assessment_id = d.assessment_id or l.started_on >= d.decided_on))`,
}

/** Carers whose plan is being written, or agreed and not sent, since it was begun or agreed. */
export const waitsForPlanInHand: WaitingSource = {
  kind: 'plan',
  label: 'Support plan',
  select: ({ actor }) => sql`
    select l.id, l.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.reference) as name,
           coalesce(l.agreed_on, l.started_on) as since, null::date as due_on, l.worker_id, l.organisation_id,
           '/plans/' || l.id as href
      from plan l join person p on p.authority_id = l.authority_id and p.id = l.person_id
     where l.authority_id = ${actor.authorityId}
       and (l.state = 'draft' or l.state = 'agreed' and l.sent_at is null)
       and l.organisation_id = any (${[...actor.organisationIds]}::integer[])`,
  give: {
    to: planners,
    run: async (tx, { ids, from, workerId }) => {
      const { numUpdatedRows } = await tx
        .updateTable('plan')
        .set((eb) => ({ workerId, version: eb('version', '+', 1) }))
        .where('id', 'in', [...ids])
        .where((eb) =>
          eb.or([
            eb('state', '=', 'draft'),
            eb.and([eb('state', '=', 'agreed'), eb('sentAt', 'is', null)]),
          ]),
        )
        .where('workerId', 'is not distinct from', from)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  },
}
