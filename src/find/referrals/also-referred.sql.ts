import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Referral, ReferralState } from './referral.ts'

export type AlsoReferred = {
  readonly id: string
  readonly reference: string
  readonly receivedOn: IsoDate
  readonly state: ReferralState
  readonly from: string | null
}

/**
 * Other open referrals to the actor's organisations, of the last ninety days, of somebody with the
 * same last name and the same date of birth or telephone: a ward and a practice often write on one day.
 */
export async function listAlsoReferred(
  tx: Tx,
  actor: Actor,
  { id, told, receivedOn }: Referral,
): Promise<readonly AlsoReferred[]> {
  if (told === null) return []
  const { rows } = await sql<AlsoReferred>`
    select r.id, r.reference, r.received_on, r.state, coalesce(o.name, r.from_name) as "from"
      from referral r
      left join organisation o on o.authority_id = r.authority_id and o.id = r.from_organisation_id
     where r.authority_id = ${actor.authorityId} and r.to_organisation_id = any (${[...actor.organisationIds]}::integer[])
       and r.state in ('new', 'asked', 'accepted') and r.received_on >= ${receivedOn}::date - 90 and r.id <> ${id}
       and lower(btrim(r.told ->> 'familyName')) = lower(btrim(${told.familyName}))
       and (r.told ->> 'dateOfBirth' = ${told.dateOfBirth} or r.told ->> 'telephone' = ${told.telephone})
     order by r.received_on, r.id limit 5`.execute(tx)
  return rows
}
