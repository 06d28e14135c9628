import { sql } from 'kysely'
import { caseworkers } from '#people/persons/caseworkers.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { triagers } from './triagers.ts'

/** Referrals to the actor's organisations that nobody has decided on, since they came; with whoever was given it. */
export const waitsForTriage: WaitingSource = {
  kind: 'triage',
  label: 'Triage',
  step: 'answered',
  escalatesItself: true,
  select: ({ actor }) => sql`
    select r.id, r.person_id,
           coalesce(nullif(concat_ws(' ', r.told ->> 'givenName', r.told ->> 'familyName'), ''), r.reference) as name,
           r.received_on as since, null::date as due_on, r.worker_id,
           r.to_organisation_id as organisation_id, '/referrals/' || r.id as href,
           r.kind || case when r.urgent then ' urgent' else '' end as carer_kind
      from referral r
     where r.authority_id = ${actor.authorityId} and r.state in ('new', 'asked')
       and r.to_organisation_id = any (${[...actor.organisationIds]}::integer[])`,
  give: {
    to: triagers,
    run: async (tx, { ids, from, workerId }) => {
      const { numUpdatedRows } = await tx
        .updateTable('referral')
        .set((eb) => ({ workerId, version: eb('version', '+', 1) }))
        .where('id', 'in', [...ids])
        .where('state', 'in', ['new', 'asked'])
        .where('workerId', 'is not distinct from', from)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  },
}

/** Carers whose referral was taken on and whom nobody has talked with, since they were referred. */
export const waitsForFirstTalk: WaitingSource = {
  kind: 'first-talk',
  label: 'First talk',
  step: 'talked',
  escalatesItself: true,
  select: ({ actor }) => sql`
    select r.id, r.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), r.reference) as name,
           r.received_on as since, r.contact_due_on as due_on, r.worker_id,
           r.to_organisation_id as organisation_id, '/referrals/' || r.id as href, r.kind as carer_kind
      from referral r left join person p on p.authority_id = r.authority_id and p.id = r.person_id
     where r.authority_id = ${actor.authorityId} and r.state = 'accepted' and r.first_contact_on is null
       and r.to_organisation_id = any (${[...actor.organisationIds]}::integer[])`,
  give: give('is'),
}

/**
 * Carers who were talked with and whose referral is open, while nobody has anything to do for them
 * and nothing is dated: so that nobody is forgotten, since that talk.
 */
export const waitsForNextStep: WaitingSource = {
  kind: 'next-step',
  label: 'No next step yet',
  step: 'assessed',
  today: caseworkers,
  ifNothingElse: true,
  select: ({ actor }) => sql`
    select r.id, r.person_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), r.reference) as name,
           r.first_contact_on as since, null::date as due_on, r.worker_id,
           r.to_organisation_id as organisation_id, '/referrals/' || r.id as href, r.kind as carer_kind
      from referral r left join person p on p.authority_id = r.authority_id and p.id = r.person_id
     where r.authority_id = ${actor.authorityId} and r.state = 'accepted' and r.first_contact_on is not null
       and r.to_organisation_id = any (${[...actor.organisationIds]}::integer[])`,
  give: give('is not'),
}

function give(talkedWith: 'is' | 'is not'): NonNullable<WaitingSource['give']> {
  return {
    to: caseworkers,
    run: async (tx, { ids, from, workerId }) => {
      const { numUpdatedRows } = await tx
        .updateTable('referral')
        .set((eb) => ({ workerId, version: eb('version', '+', 1) }))
        .where('id', 'in', [...ids])
        .where('state', '=', 'accepted')
        .where('firstContactOn', talkedWith, null)
        .where('workerId', 'is not distinct from', from)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
  }
}
