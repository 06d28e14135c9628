import { sql } from 'kysely'
import { workers } from '#platform/access/duties.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'

/** Carers to whom something was promised by a day that has come, since that day. */
export const waitsForPromise: WaitingSource = {
  kind: 'promise',
  label: 'Promise to be kept',
  select: ({ actor, today }) => sql`
    select c.id, c.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.reference) as name,
           c.follow_up_on as since, c.follow_up_on as due_on, c.follow_up_by as worker_id,
           c.organisation_id, '/contacts/' || c.id as href
      from contact c join person p on p.authority_id = c.authority_id and p.id = c.person_id
     where c.authority_id = ${actor.authorityId} and c.follow_up_on <= ${today} and c.follow_up_done_at is null
       and c.organisation_id = any (${[...actor.organisationIds]}::integer[])`,
  ahead: ({ actor }) => sql`
    select c.person_id from contact c
     where c.authority_id = ${actor.authorityId} and c.follow_up_on is not null and c.follow_up_done_at is null`,
  give: {
    to: workers,
    run: async (tx, { ids, from, workerId }) => {
      const { numUpdatedRows } = await tx
        .updateTable('contact')
        .set((eb) => ({ followUpBy: workerId, version: eb('version', '+', 1) }))
        .where('id', 'in', [...ids])
        .where('followUpOn', 'is not', null)
        .where('followUpDoneAt', 'is', null)
        .where('followUpBy', 'is not distinct from', from)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  },
}
