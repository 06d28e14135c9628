// That somebody is a carer, as Flag; what they agreed to share, as Consent. The agreement to share is
// not the lawful basis of statutory work, and says nothing of that (UK GDPR, article 6).

import { isCarerCode, snomed } from '#find/practice-lists/carer-codes.ts'
import { purposeWords } from '#share/agreements/purposes.ts'
import { filled, odsSystem, purposeSystem, type Resource } from './fhir.ts'

/** A person's time on registers, as one span; `until` is null while any lasts. */
export type FlagRow = {
  readonly id: string
  readonly since: string
  readonly until: string | null
}

export function flagOf({ id, since, until }: FlagRow): Resource {
  return {
    resourceType: 'Flag',
    id,
    status: until === null ? 'active' : 'inactive',
    category: [{ text: 'Unpaid carer' }],
    code: { coding: [{ system: snomed, ...isCarerCode }], text: 'Is a carer' },
    subject: { reference: `Patient/${id}` },
    period: filled({ start: since, end: until }),
  }
}

export type ConsentRow = {
  readonly id: string
  readonly personId: string
  readonly organisation: string
  readonly organisationCode: string | null
  readonly purposes: readonly string[]
  readonly agreedOn: string
  readonly until: string | null
  readonly endedOn: string | null
}

const scope = {
  system: 'http://terminology.hl7.org/CodeSystem/consentscope',
  code: 'patient-privacy',
  display: 'Privacy Consent',
}

export function consentOf(row: ConsentRow, today: string): Resource {
  const { id, personId, organisation, organisationCode, purposes, agreedOn, until, endedOn } = row
  const lasts = endedOn === null && (until === null || until >= today)
  const actor = {
    type: 'Organization',
    ...(organisationCode === null
      ? {}
      : { identifier: { system: odsSystem, value: organisationCode } }),
    display: organisation,
  }
  return {
    resourceType: 'Consent',
    id,
    status: lasts ? 'active' : 'inactive',
    scope: { coding: [scope] },
    category: [
      { coding: [{ system: 'http://loinc.org', code: '59284-0', display: 'Consent Document' }] },
    ],
    patient: { reference: `Patient/${personId}` },
    dateTime: agreedOn,
    policyRule: { text: 'The carer’s agreement to share; not the lawful basis of statutory work' },
    provision: {
      type: 'permit',
      period: filled({ start: agreedOn, end: endedOn ?? until }),
      actor: [
        {
          role: {
            coding: [
              {
                system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
                code: 'IRCP',
                display: 'information recipient',
              },
            ],
          },
          reference: actor,
        },
      ],
      purpose: purposes.map((code) => ({
        system: purposeSystem,
        code,
        ...filled({ display: purposeWords[code] }),
      })),
    },
  }
}
