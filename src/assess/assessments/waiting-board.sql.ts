import { sql } from 'kysely'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { assessors } from './who-assesses.ts'

/** Carers who wait for an assessment to be held or completed, since they asked for it. */
export const waitsForAssessment: WaitingSource = {
  kind: 'assessment',
  label: 'Assessment',
  step: 'assessed',
  select: ({ actor, today }) => sql`
    select a.id, a.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.reference) as name,
           coalesce(a.asked_on, a.begun_on, ${today}::date) as since, null::date as due_on, a.assessor_id as worker_id,
           a.organisation_id, '/assessments/' || a.id as href, a.kind as carer_kind
      from assessment a join person p on p.authority_id = a.authority_id and p.id = a.person_id
     where a.authority_id = ${actor.authorityId} and a.state in ('asked', 'begun')
       and a.organisation_id = any (${[...actor.organisationIds]}::integer[])`,
  give: {
    to: assessors,
    run: async (tx, { ids, from, workerId }) => {
      const { numUpdatedRows } = await tx
        .updateTable('assessment')
        .set((eb) => ({ assessorId: workerId, version: eb('version', '+', 1) }))
        .where('id', 'in', [...ids])
        .where('state', 'in', ['asked', 'begun'])
        .where('assessorId', 'is not distinct from', from)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  },
}
