import type { Tx } from '#platform/db/database.ts'
import type { Clock } from '#platform/lib/dates.ts'
import { getFirstRoute } from '../referral-routes/find-route.ts'
import { askedSchema } from '../referrals/asked.ts'
import type { Told } from '../referrals/referral.ts'
import type { SharingAsked } from '../referrals/sharing-asked.rules.ts'
import { insertReferral } from '../referrals/referrals.sql.ts'
import type { Door } from './door.ts'
import type { Referred } from './door-form.ts'
import { kindThrough } from './kind.rules.ts'
import { sharingOf } from './sharing.rules.ts'

/** Who sends a referral, and on whose behalf. */
export type Sender = {
  readonly name: string
  /** The organisation for which they speak, where an account or the hub vouches for that. */
  readonly organisationId: number | null
  /** The same in their own words, where nobody does. */
  readonly organisationWords: string | null
  readonly telephone: string | null
  /** Their own account; null for visitors and callers. */
  readonly accountId: string | null
  /** The account of whoever took it down on the telephone. */
  readonly takenBy: string | null
  /** A code of `referral-sources`. */
  readonly source: string
}

/** Sends what came through a door to who can take it; the same form sent twice, even at once, sends it once. */
export async function sendReferral(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly door: Door
    readonly referred: Referred
    readonly sender: Sender
    readonly clock: Clock
  },
): Promise<void> {
  const { authorityId, door, referred, sender, clock } = of
  const today = clock.today()
  const kind = kindThrough(door.source, referred, today)
  const { reason, postcode } = referred
  const way = await getFirstRoute(tx, { authorityId, kind, reason, postcode, today })
  await insertReferral(tx, {
    authorityId,
    id: referred.id,
    door: door.slug,
    kind,
    reason,
    urgent: referred.urgent ?? false,
    carerAgreed: referred.agreed,
    agreedHow: referred.agreedHow,
    shareOutcome: referred.shareOutcome,
    mayPassOn: referred.mayPassOn,
    assessmentAskedFor: referred.assessmentAskedFor ?? false,
    told: JSON.stringify(toldOf(referred, sharingOf(door, referred, sender))),
    receivedOn: today,
    receivedAt: clock.now(),
    source: sender.source,
    fromOrganisationId: sender.organisationId,
    fromName: sender.organisationWords,
    toOrganisationId: way.to.organisationId,
    routedBecause: way.because,
    referrerAccountId: sender.accountId,
    referrerName: sender.name,
    referrerTelephone: sender.telephone,
    takenBy: sender.takenBy,
    state: 'new',
  })
}

/** As triage reads it; what a door of its own asks stands apart from what all may tell. */
function toldOf(referred: Referred, mayKnow: SharingAsked | null): Told {
  const { givenName, familyName, dateOfBirth, age, telephone, address1, postcode, email, more } =
    referred
  const asked = askedSchema.parse(referred)
  const said = Object.values(asked).some((answer) => answer !== null)
  return {
    givenName: givenName ?? '',
    familyName: familyName ?? '',
    ...{ dateOfBirth, age, telephone, address1, postcode, email, more },
    ...(said ? { asked } : {}),
    ...(mayKnow === null ? {} : { mayKnow }),
  }
}
