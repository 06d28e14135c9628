import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Clock, IsoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { doorOfOrganisation } from '#find/referral-doors/doors.ts'
import { questionNames } from '#find/referral-doors/questions.ts'
import { sendReferral } from '#find/referral-doors/send-referral.ts'
import { listOwnSenders } from '#find/referral-doors/organisations.sql.ts'
import type { Referred } from '#find/referral-doors/door-form.ts'
import { claimIdentifier, findReceived } from './received.sql.ts'
import type { ToldReferral } from './told-referral.ts'

/** The sender's own name for what it sends. */
export type OwnIdentifier = { readonly system: string; readonly value: string }

/**
 * Takes a referral in from another system, through the door of its organisation. Under one
 * identifier there is one referral, also when the same is sent twice at once: the second waits for
 * the first and is given its id.
 */
export async function receiveReferral(
  tx: Tx,
  of: {
    readonly actor: Actor
    /** The organisation that sends, where the actor is at several. */
    readonly organisationId?: number | undefined
    readonly identifier: OwnIdentifier
    readonly told: ToldReferral
    readonly clock: Clock
  },
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { actor, identifier, told, clock } = of
  const senders = await listOwnSenders(tx, actor)
  const sender =
    of.organisationId === undefined
      ? senders[0]
      : senders.find(({ id }) => id === of.organisationId)
  if (sender === undefined) throw new NotFound('organisation')
  const { authorityId } = actor
  const named = { authorityId, organisationId: sender.id, kind: 'ServiceRequest', ...identifier }
  const id = newId()
  const claimed = await claimIdentifier(tx, { ...named, resourceId: id, receivedAt: clock.now() })
  if (!claimed) return { id: await findReceived(tx, named), isNew: false }
  const door = doorOfOrganisation(sender.kind)
  await sendReferral(tx, {
    authorityId,
    door,
    referred: referredOf(id, told),
    sender: {
      name: actor.displayName,
      organisationId: sender.id,
      organisationWords: null,
      telephone: null,
      accountId: actor.accountId,
      takenBy: null,
      source: door.source,
    },
    clock,
  })
  return { id, isNew: true }
}

function referredOf(id: string, told: ToldReferral): Referred {
  const unasked = Object.fromEntries(questionNames.map((question) => [question, null]))
  return {
    ...(unasked as unknown as Referred),
    id,
    givenName: told.given_name,
    familyName: told.family_name,
    dateOfBirth: told.date_of_birth as IsoDate | null,
    age: told.age,
    telephone: told.telephone as Referred['telephone'],
    address1: told.address,
    postcode: told.postcode as Referred['postcode'],
    email: told.email,
    kind: told.kind,
    reason: told.reason,
    more: told.more,
    urgent: told.urgent,
    agreed: told.carer_agreed,
    agreedHow: told.agreed_how,
    shareOutcome: told.share_outcome,
    mayPassOn: told.may_pass_on,
  }
}
