import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Clock } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import { findFirstRoute } from '../referral-routes/find-route.ts'
import { getReckoning } from '../referral-clock/targets.sql.ts'
import type { Told } from '../referrals/referral.ts'
import { insertReferral } from '../referrals/referrals.sql.ts'
import { findDraft, updateAsSent } from './drafts.sql.ts'
import { kindOfRegistration } from './kind.rules.ts'
import { whatNext } from './what-next.ts'
import { receiptText } from './receipt.ts'
import { getReference, type Receiver } from './register.sql.ts'
import { registrationFrom, type Registration } from './registration.ts'
import type { Draft } from './draft.ts'

export type Sent = 'sent' | 'incomplete' | 'nobody_receives' | 'gone'

type Sending = { readonly actor: Actor; readonly clock: Clock; readonly draftId: string }

/**
 * Sends the registration in a draft as a referral of the carer by themself, for the hub's triage,
 * with a receipt where there is an address. The draft is held meanwhile, so that of the same button
 * pressed twice the second finds it sent and does nothing more.
 */
export async function sendRegistration(tx: Tx, of: Sending): Promise<Sent> {
  const { authorityId } = of.actor
  const draft = await findDraft(tx, { authorityId, id: of.draftId, lock: true })
  if (draft === null) return 'gone'
  if (draft.reference !== null) return 'sent'
  const today = of.clock.today()
  const registration = registrationFrom(draft.answers, { way: draft.way, today })
  if (registration === null) return 'incomplete'
  const { relationship } = registration.caredFor
  const kind = kindOfRegistration({ ...registration, relationship }, today)
  const reason = registration.reasons[0] ?? null
  const { postcode } = registration
  const way = await findFirstRoute(tx, { authorityId, kind, reason, postcode, today })
  if (way === null) return 'nobody_receives'
  const receiver = { id: way.to.organisationId, name: way.to.name, telephone: way.to.telephone }
  await insertReferral(tx, {
    authorityId,
    id: draft.referralId,
    kind,
    receivedOn: today,
    receivedAt: of.clock.now(),
    source: 'self',
    toOrganisationId: receiver.id,
    referrerName: `${registration.givenName} ${registration.familyName}`,
    reason,
    door: 'self',
    routedBecause: way.because,
    mayPassOn: registration.mayPassOn,
    told: JSON.stringify(toldBy(registration)),
    carerAgreed: true,
    agreedHow: 'online',
    state: 'new',
    assessmentAskedFor: registration.reasons.includes('assessment'),
  })
  await finish(tx, of, { draft, registration, receiver, kind })
  return 'sent'
}

/** As triage reads it: what any referrer may tell, and under `own` what carers tell of themselves. */
function toldBy(registration: Registration): Told {
  const { givenName, familyName, dateOfBirth, telephone, address1, postcode, email, more } =
    registration
  const { reasons: _, mayPassOn: __, ...own } = registration
  const mayKnow = { ...own.mayKnow, purposes: [...own.mayKnow.purposes] }
  return {
    ...{ givenName, familyName, dateOfBirth, telephone, address1, postcode, email, more },
    age: null,
    own: {
      ...own,
      mayKnow,
      caredFor: { ...own.caredFor, conditions: [...own.caredFor.conditions] },
    },
  }
}

async function finish(
  tx: Tx,
  { actor, clock }: Sending,
  of: {
    readonly draft: Draft
    readonly registration: Registration
    readonly receiver: Receiver
    readonly kind: CarerKind
  },
): Promise<void> {
  const { authorityId } = actor
  const { draft, registration, receiver } = of
  const reference = await getReference(tx, { authorityId, referralId: draft.referralId })
  await updateAsSent(tx, { authorityId, id: draft.id, reference })
  if (registration.email === null) return
  const reckoning = await getReckoning(tx)
  const next = whatNext(receiver, { kind: of.kind, receivedOn: clock.today(), reckoning })
  const { subject, body } = receiptText({
    way: draft.way,
    name: registration.knownAs ?? registration.givenName,
    reference,
    next,
  })
  await queueMessage(tx, {
    authorityId,
    channel: 'email',
    purpose: 'receipt',
    recipient: registration.email,
    subject,
    body,
  })
}
