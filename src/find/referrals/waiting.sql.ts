import { sql } from 'kysely'
import { caseworkers } from '#people/persons/caseworkers.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'

/** Referrals to the actor's organisations that nobody has decided on, since they came. */
export const waitsForTriage: WaitingSource = {
  kind: 'triage',
  label: 'Triage',
  select: ({ actor }) => sql`
    select r.id, r.person_id,
           coalesce(nullif(concat_ws(' ', r.told ->> 'givenName', r.told ->> 'familyName'), ''), r.reference) as name,
           r.received_on as since, null::date as due_on, null::uuid as worker_id,
           r.to_organisation_id as organisation_id, '/referrals/' || r.id as href
      from referral r
     where r.authority_id = ${actor.authorityId} and r.state in ('new', 'asked')
       and r.to_organisation_id = any (${[...actor.organisationIds]}::integer[])`,
}

/** Carers whose referral was taken on and whom nobody has talked with, since they were referred. */
export const waitsForFirstTalk: WaitingSource = {
  kind: 'first-talk',
  label: 'First talk',
  select: ({ actor }) => sql`
    select r.id, r.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), r.reference) as name,
           r.received_on as since, r.contact_due_on as due_on, r.worker_id,
           r.to_organisation_id as organisation_id, '/referrals/' || r.id as href
      from referral r left join person p on p.authority_id = r.authority_id and p.id = r.person_id
     where r.authority_id = ${actor.authorityId} and r.state = 'accepted' and r.first_contact_on is null
       and r.to_organisation_id = any (${[...actor.organisationIds]}::integer[])`,
  give: {
    to: caseworkers,
    run: async (tx, { ids, from, workerId }) => {
      const { numUpdatedRows } = await tx
        .updateTable('referral')
        .set((eb) => ({ workerId, version: eb('version', '+', 1) }))
        .where('id', 'in', [...ids])
        .where('state', '=', 'accepted')
        .where('firstContactOn', 'is', null)
        .where('workerId', 'is not distinct from', from)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  },
}
