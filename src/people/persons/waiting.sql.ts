import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { caseworkers } from './caseworkers.ts'

const give: NonNullable<WaitingSource['give']> = {
  to: caseworkers,
  run: async (tx, { ids, from, workerId }) => {
    const { numUpdatedRows } = await tx
      .updateTable('involvement')
      .set({ workerId })
      .where('id', 'in', [...ids])
      .where('until', 'is', null)
      .where('workerId', 'is not distinct from', from)
      .executeTakeFirst()
    return Number(numUpdatedRows)
  },
}

const withWorker = ({ actor, active }: { readonly actor: Actor; readonly active: boolean }) => sql`
  select i.id, i.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.reference) as name,
         ${active ? sql`i.since` : sql`coalesce(a.closed_on, i.since)`} as since, null::date as due_on, i.worker_id,
         i.organisation_id, '/carers/' || i.person_id as href
    from involvement i
    join person p on p.authority_id = i.authority_id and p.id = i.person_id
    join account a on a.authority_id = i.authority_id and a.id = i.worker_id
   where i.authority_id = ${actor.authorityId} and i.until is null and i.kind <> 'cared_for'
     and i.worker_id is not null and p.died_on is null and a.active = ${active}
     and i.organisation_id = any (${[...actor.organisationIds]}::integer[])`

/** Carers whose named worker left, since that day. */
export const waitsForWorker: WaitingSource = {
  kind: 'named-worker',
  label: 'New named worker',
  select: ({ actor }) => withWorker({ actor, active: false }),
  give,
}

/** Carers who have a named worker: nobody waits, and a manager may share them out anew. */
export const carersOfWorkers: WaitingSource = {
  kind: 'carers',
  label: 'Carers by named worker',
  standing: true,
  select: ({ actor }) => withWorker({ actor, active: true }),
  give,
}
