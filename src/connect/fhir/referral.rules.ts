// A referral as ServiceRequest (what is asked for) and Task (where it stands). Its sender never sees
// the carer's record, so for them the carer stands inside as the sender told.

import { wordsFor } from '#people/persons/code-words.ts'
import { carerReferralCode, snomed } from '#find/practice-lists/carer-codes.ts'
import { toldSchema } from '#find/referrals/referral.ts'
import type { SeenReferral } from '../referrals/received.sql.ts'
import {
  filled,
  odsSystem,
  outcomeSystem,
  profiles,
  referenceSystem,
  type Resource,
} from './fhir.ts'

const requestStatus = {
  new: 'active',
  asked: 'active',
  accepted: 'active',
  declined: 'revoked',
  closed: 'completed',
} as const

export function serviceRequestOf(referral: SeenReferral, baseUrl: string): Resource {
  const told = toldSchema.safeParse(referral.told)
  const contained = referral.personId === null ? [toldPatient(told.success ? told.data : null)] : []
  return {
    resourceType: 'ServiceRequest',
    id: referral.id,
    meta: { versionId: String(referral.version), profile: [profiles.ServiceRequest] },
    ...filled({
      contained,
      identifier: referralIdentifiers(referral, baseUrl),
      status: requestStatus[referral.state],
      intent: 'order',
      category: [{ text: 'Referral of an unpaid carer for support' }],
      priority: referral.urgent ? 'urgent' : 'routine',
      code: { coding: [{ system: snomed, ...carerReferralCode }] },
      subject: subjectOf(referral),
      authoredOn: referral.receivedOn,
      requester: senderOf(referral),
      performer: [{ type: 'Organization', display: referral.toName }],
      note: told.success && told.data.more !== null ? [{ text: told.data.more }] : [],
    }),
  }
}

function referralIdentifiers(of: SeenReferral, baseUrl: string) {
  const { identifierSystem, identifierValue, reference } = of
  return [
    ...(identifierSystem === null ? [] : [{ system: identifierSystem, value: identifierValue }]),
    { system: referenceSystem(baseUrl, 'referral'), value: reference },
  ]
}

function toldPatient(told: ReturnType<typeof toldSchema.parse> | null): Resource {
  const name = filled({ family: told?.familyName, given: [told?.givenName ?? ''].filter(Boolean) })
  const address = filled({
    line: told?.address1 ? [told.address1] : [],
    postalCode: told?.postcode,
  })
  return {
    resourceType: 'Patient',
    id: 'carer',
    ...filled({
      name: Object.keys(name).length === 0 ? [] : [name],
      telecom: [
        ...(told?.telephone ? [{ system: 'phone', value: told.telephone }] : []),
        ...(told?.email ? [{ system: 'email', value: told.email }] : []),
      ],
      birthDate: told?.dateOfBirth,
      address: Object.keys(address).length === 0 ? [] : [address],
    }),
  }
}

function subjectOf({ personId }: SeenReferral) {
  return personId === null ? { reference: '#carer' } : { reference: `Patient/${personId}` }
}

function senderOf({ fromName, fromCode }: SeenReferral) {
  if (fromName === null) return null
  return {
    type: 'Organization',
    ...(fromCode === null ? {} : { identifier: { system: odsSystem, value: fromCode } }),
    display: fromName,
  }
}

/** Where it stands, in Task's words; "in progress" only once the sender may know of a first talk. */
export function taskStatus({
  state,
  firstContactOn,
}: Pick<SeenReferral, 'state' | 'firstContactOn'>) {
  switch (state) {
    case 'new':
      return 'requested'
    case 'asked':
      return 'on-hold'
    case 'accepted':
      return firstContactOn === null ? 'accepted' : 'in-progress'
    case 'declined':
      return 'rejected'
    case 'closed':
      return 'completed'
  }
}

const standing: Readonly<Record<SeenReferral['state'], string>> = {
  new: 'Waiting to be looked at',
  asked: 'A question for the sender',
  accepted: 'Taken on',
  declined: 'Not taken on',
  closed: 'Finished',
}

export function taskOf(referral: SeenReferral, baseUrl: string): Resource {
  const { outcome, outcomeWords, question, state, firstContactOn, triagedOn } = referral
  const ended = referral.outcomeOn ?? (state === 'declined' ? triagedOn : null)
  const period = filled({ start: firstContactOn, end: ended })
  return {
    resourceType: 'Task',
    id: referral.id,
    meta: { versionId: String(referral.version) },
    ...filled({
      identifier: referralIdentifiers(referral, baseUrl),
      basedOn: [{ reference: `ServiceRequest/${referral.id}` }],
      status: taskStatus(referral),
      statusReason: state === 'asked' && question !== null ? { text: question } : null,
      businessStatus: { text: standing[state] },
      intent: 'order',
      priority: referral.urgent ? 'urgent' : 'routine',
      focus: { reference: `ServiceRequest/${referral.id}` },
      for: referral.personId === null ? null : subjectOf(referral),
      executionPeriod: Object.keys(period).length === 0 ? null : period,
      authoredOn: referral.receivedOn,
      requester: senderOf(referral),
      owner: { type: 'Organization', display: referral.toName },
      note: outcomeWords === null ? [] : [{ text: outcomeWords }],
      output:
        outcome === null
          ? []
          : [
              {
                type: { text: 'Outcome' },
                valueCodeableConcept: {
                  coding: [{ system: outcomeSystem, code: outcome }],
                  text: wordsFor('referral-outcomes', outcome),
                },
              },
            ],
    }),
  }
}
