// One caring relation as a UK Core RelatedPerson: the carer, seen from the person they look after.

import { wordsFor } from '#people/persons/code-words.ts'
import { filled, profiles, type Resource } from './fhir.ts'
import { addressesOf, identifiersOf, namesOf, type PatientRow, telecomOf } from './patient.rules.ts'

export type CaringRow = {
  readonly id: string
  readonly caredForId: string
  readonly relationship: string | null
  readonly since: string | null
  readonly until: string | null
  readonly version: number
}

const carerRole = {
  system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-AdditionalPersonRelationshipRole',
  code: 'Carer',
  display: 'Carer of patient',
}

/**
 * What the carer is to the person, of HL7's v3 RoleCode. Our list says whom the carer looks after
 * ("their parent"), so the other way round: who looks after a parent is their child.
 */
const roles: Readonly<Record<string, readonly [code: string, display: string]>> = {
  spouse_partner: ['SPS', 'spouse'],
  parent: ['CHILD', 'child'],
  parent_in_law: ['CHLDINLAW', 'child-in-law'],
  child: ['PRN', 'parent'],
  adult_child: ['PRN', 'parent'],
  sibling: ['SIB', 'sibling'],
  grandparent: ['GRNDCHILD', 'grandchild'],
  grandchild: ['GRPRN', 'grandparent'],
  other_relative: ['EXT', 'extended family member'],
}

export function relatedPersonOf(
  { caring, carer }: { readonly caring: CaringRow; readonly carer: PatientRow },
  baseUrl: string,
): Resource {
  const role = caring.relationship === null ? undefined : roles[caring.relationship]
  const family =
    role === undefined
      ? []
      : [
          {
            system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
            code: role[0],
            display: role[1],
          },
        ]
  const words =
    caring.relationship === null
      ? null
      : `Looks after: ${wordsFor('relationships', caring.relationship)}`
  const period = filled({ start: caring.since, end: caring.until })
  return {
    resourceType: 'RelatedPerson',
    id: caring.id,
    meta: { versionId: String(caring.version), profile: [profiles.RelatedPerson] },
    ...filled({
      identifier: identifiersOf(carer, baseUrl),
      active: caring.until === null,
      patient: { reference: `Patient/${caring.caredForId}` },
      relationship: [
        { coding: [carerRole] },
        ...(family.length === 0 ? [] : [{ coding: family, ...filled({ text: words }) }]),
      ],
      name: namesOf(carer),
      telecom: telecomOf(carer),
      birthDate: carer.dateOfBirth,
      address: addressesOf(carer),
      period: Object.keys(period).length === 0 ? null : period,
    }),
  }
}
