import { sql } from 'kysely'
import { workers } from '#platform/access/duties.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'

/** Carers in a crisis who are looked in on until it is stood down, since the conversation about it. */
export const waitsForCheckIn: WaitingSource = {
  kind: 'check-in',
  label: 'Look in on a crisis',
  select: ({ actor }) => sql`
    select c.id, c.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.reference) as name,
           c.held_on as since, c.check_in_on as due_on, c.account_id as worker_id, c.organisation_id,
           '/conversations/' || c.id || '/check-in' as href
      from conversation c join person p on p.authority_id = c.authority_id and p.id = c.person_id
     where c.authority_id = ${actor.authorityId} and c.state = 'open' and c.check_in_on is not null
       and c.organisation_id = any (${[...actor.organisationIds]}::integer[])`,
  give: {
    to: workers,
    run: async (tx, { ids, from, workerId }) => {
      const { numUpdatedRows } = await tx
        .updateTable('conversation')
        .set((eb) => ({ accountId: workerId, version: eb('version', '+', 1) }))
        .where('id', 'in', [...ids])
        .where('state', '=', 'open')
        .where('accountId', 'is not distinct from', from)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  },
}
