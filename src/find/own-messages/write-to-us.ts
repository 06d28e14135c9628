import { ageOf, fullName, type Person } from '#people/persons/person.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { addWorkingDays, type Clock, type IsoDate } from '#platform/lib/dates.ts'
import { bankHolidays } from '#platform/reference/england.ts'
import type { OwnWorker } from '#share/own-record/own-record.sql.ts'
import { insertContact } from '../contacts/contacts.sql.ts'
import { insertReferral } from '../referrals/referrals.sql.ts'
import { getFirstRoute } from '../referral-routes/find-route.ts'
import { findOwnInvolvement } from './own-messages.sql.ts'

export type Written = {
  readonly id: string
  readonly words: string
  readonly actor: Actor
  readonly clock: Clock
}

/** The hub's own promise, in working days; no law sets it. */
const daysToAnswer = 2

/** The day by which a message of today is answered. */
export function answerDueOn(today: IsoDate): IsoDate {
  return addWorkingDays(today, daysToAnswer, bankHolidays)
}

/** A message to the named worker: a contact like any other, with a promise on the worker's day. */
export async function writeToWorker(
  tx: Tx,
  { id, words, actor, clock }: Written,
  to: OwnWorker & { readonly workerId: string },
): Promise<void> {
  await insertContact(tx, {
    authorityId: actor.authorityId,
    id,
    personId: actor.personId ?? '',
    organisationId: to.organisationId,
    accountId: actor.accountId,
    at: clock.now(),
    channel: 'web',
    direction: 'in',
    words,
    followUp: 'Answer their message',
    followUpOn: answerDueOn(clock.today()),
    followUpBy: to.workerId,
  })
}

/**
 * A message of a carer who has no named worker: it joins the new referrals, where somebody decides
 * who answers, so that no message waits in a place that nobody looks at.
 */
export async function writeToTriage(
  tx: Tx,
  { id, words, actor, clock }: Written,
  person: Person,
): Promise<void> {
  const { authorityId } = actor
  const today = clock.today()
  const involvement = await findOwnInvolvement(tx, { authorityId, personId: person.id })
  const age = ageOf(person, today)
  const kind = involvement?.kind ?? (age !== null && age < 18 ? 'young_carer' : 'adult_carer')
  const { postcode } = person
  const way = { authorityId, kind, reason: null, postcode, today }
  const to = involvement?.organisationId ?? (await getFirstRoute(tx, way)).to.organisationId
  await insertReferral(tx, {
    authorityId,
    id,
    personId: person.id,
    kind,
    receivedOn: today,
    receivedAt: clock.now(),
    source: 'self',
    toOrganisationId: to,
    referrerName: fullName(person),
    told: JSON.stringify({
      givenName: person.givenName,
      familyName: person.familyName,
      dateOfBirth: person.dateOfBirth,
      telephone: person.mobilePhone ?? person.homePhone,
      email: person.email,
      postcode: person.postcode,
      more: words,
    }),
    carerAgreed: true,
    agreedHow: 'message',
    state: 'new',
  })
}
