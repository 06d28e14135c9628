import { sql } from 'kysely'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { planners } from '#support/plans/plan.ts'

/** Carers whose review was asked for or whose day for it has come: Care Act 2014 s.27(1). */
export const waitsForReview: WaitingSource = {
  kind: 'review',
  label: 'Review',
  step: 'reviewed',
  select: ({ actor, today }) => sql`
    select r.id, r.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.reference) as name,
           coalesce(r.asked_on, least(r.due_from, r.due_on)) as since, r.due_on, r.reviewer_id as worker_id,
           r.organisation_id, '/reviews/' || r.id as href, null::text as carer_kind
      from review r join person p on p.authority_id = r.authority_id and p.id = r.person_id
     where r.authority_id = ${actor.authorityId} and r.done_on is null
       and coalesce(r.asked_on, least(r.due_from, r.due_on)) <= ${today}
       and r.organisation_id = any (${[...actor.organisationIds]}::integer[])`,
  ahead: ({ actor }) => sql`
    select r.person_id from review r where r.authority_id = ${actor.authorityId} and r.done_on is null`,
  give: {
    to: planners,
    run: async (tx, { ids, from, workerId }) => {
      const { numUpdatedRows } = await tx
        .updateTable('review')
        .set((eb) => ({ reviewerId: workerId, version: eb('version', '+', 1) }))
        .where('id', 'in', [...ids])
        .where('doneOn', 'is', null)
        .where('reviewerId', 'is not distinct from', from)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  },
}
