import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { findNextRoute } from '../referral-routes/find-route.ts'
import type { Intake } from '../referral-routes/intake.ts'
import type { Route } from '../referral-routes/route.rules.ts'
import type { PassingReason } from './passing.ts'
import { insertPassing } from './passings.sql.ts'
import type { Referral } from './referral.ts'
import { updateReferral } from './referrals.sql.ts'

/** To whom a referral could go from whoever has it now. */
export function findWaysOn(tx: Tx, referral: Referral, today: IsoDate): Promise<Route> {
  return findNextRoute(tx, {
    authorityId: referral.authorityId,
    kind: referral.kind,
    reason: referral.reason,
    postcode: referral.told?.postcode ?? null,
    today,
    tried: [...referral.passedBy, referral.toOrganisationId],
  })
}

export type PassingOn = {
  readonly to: Intake
  readonly why: PassingReason
  readonly words: string | null
  /** That the carer agreed to just this; null where the referral came with their agreement. */
  readonly agreedHow: string | null
  readonly version: number
  readonly today: IsoDate
}

/**
 * Passes a referral on, its clock still running and its sender still its sender; false where someone
 * else took a step since that version was read. Throws where the carer agreed to no passing on: a
 * page asks for that first, and the database has it too.
 */
export async function passOn(
  tx: Tx,
  actor: Actor,
  of: { readonly referral: Referral; readonly how: PassingOn },
): Promise<boolean> {
  const { referral, how } = of
  const agreedHow = how.agreedHow ?? (referral.mayPassOn ? referral.agreedHow : null)
  if (agreedHow === null)
    throw new Error('a referral is passed on with the carer’s agreement alone')
  const values = {
    state: 'new',
    workerId: null,
    toOrganisationId: how.to.organisationId,
    passedBy: [...referral.passedBy, referral.toOrganisationId],
    mayPassOn: true,
    routedBecause: `Passed on by ${referral.to}; ${how.to.name} can take it`,
  }
  const passed = await updateReferral(tx, { id: referral.id, version: how.version, values })
  if (!passed) return false
  await insertPassing(tx, {
    authorityId: actor.authorityId,
    id: newId(),
    referralId: referral.id,
    number: referral.passedBy.length + 1,
    fromOrganisationId: referral.toOrganisationId,
    toOrganisationId: how.to.organisationId,
    passedOn: how.today,
    passedBy: actor.accountId ?? '',
    why: how.why,
    words: how.words,
    agreedOn: how.agreedHow === null ? isoDate(referral.receivedOn) : how.today,
    agreedHow,
  })
  return true
}
