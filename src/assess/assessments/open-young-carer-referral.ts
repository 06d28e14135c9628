import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate, type Clock } from '#platform/lib/dates.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { getFirstRoute } from '#find/referral-routes/find-route.ts'
import { askedSchema } from '#find/referrals/asked.ts'
import type { Told } from '#find/referrals/referral.ts'
import { insertReferral } from '#find/referrals/referrals.sql.ts'
import { sourceOfOrganisation } from '#find/referrals/triage.rules.ts'
import type { Assessment } from './assessment.ts'
import { getOrganisation } from './settings.sql.ts'
import type { ChildToRefer } from './young-carer-referral.rules.ts'
import { insertNamedChild } from './young-carers.sql.ts'

export type ChildReferral = ChildToRefer & {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  /** That the child agreed to our hearing what becomes of it. */
  readonly shareOutcome: boolean
}

/**
 * Opens the referral of a child who helps to care, to whoever takes young carers, and names the child
 * on the adult's assessment. The same form twice, or the same child twice, opens one; false then.
 * Nothing of the adult's record goes with it but what was written for it.
 */
export async function openYoungCarerReferral(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly assessment: Assessment
    readonly child: ChildReferral
    readonly clock: Clock
  },
): Promise<boolean> {
  const { actor, assessment, child, clock } = of
  const { authorityId } = actor
  const today = clock.today()
  const named = await insertNamedChild(tx, {
    authorityId,
    id: child.id,
    assessmentId: assessment.id,
    personId: assessment.personId,
    givenName: child.givenName,
    familyName: child.familyName,
    referralId: child.id,
    onDay: today,
    writtenBy: actor.accountId,
    writtenByName: actor.displayName,
  })
  if (!named) return false
  const adult = await getPerson(tx, assessment.personId)
  const from = await getOrganisation(tx, senderOf(actor, assessment))
  // The child is taken to live where the adult does: it says only who is asked first.
  const about = { kind: 'young_carer', reason: 'assessment', postcode: adult.postcode } as const
  const way = await getFirstRoute(tx, { authorityId, ...about, today })
  return insertReferral(tx, {
    authorityId,
    id: child.id,
    kind: about.kind,
    reason: about.reason,
    door: 'assessment',
    receivedOn: today,
    receivedAt: clock.now(),
    source: sourceOfOrganisation[from.kind] ?? 'other',
    fromOrganisationId: from.id,
    toOrganisationId: way.to.organisationId,
    routedBecause: way.because,
    referrerAccountId: actor.accountId,
    referrerName: actor.displayName,
    carerAgreed: child.agreed !== 'nobody',
    agreedHow: 'spoken',
    shareOutcome: child.shareOutcome && child.agreed !== 'nobody',
    told: JSON.stringify(toldOf(child)),
    state: 'new',
  })
}

function senderOf(actor: Actor, { organisationId }: Assessment): number {
  return actor.organisationIds.includes(organisationId)
    ? organisationId
    : (actor.organisationIds[0] ?? organisationId)
}

const agreedInWords = {
  both: 'The child and a parent agreed to this referral.',
  child: 'The child agreed to this referral.',
  parent: 'A parent agreed to this referral; the child has not been asked.',
  nobody: 'Nobody has agreed yet. It is sent because a child appears to need support.',
} as const

function toldOf(child: ChildReferral): Told {
  const agreed = child.agreed === null ? null : agreedInWords[child.agreed]
  return {
    givenName: child.givenName,
    familyName: child.familyName,
    dateOfBirth: child.dateOfBirth === null ? null : isoDate(child.dateOfBirth),
    age: child.age,
    telephone: child.telephone,
    address1: null,
    postcode: null,
    email: null,
    more: ["Came to light in an adult's assessment.", child.what, agreed, child.agreedWords]
      .filter((words) => words !== null)
      .join('\n'),
    asked: askedSchema.parse(child),
  }
}
