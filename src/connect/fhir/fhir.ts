// Names that FHIR and UK Core give to things (FHIR R4, 4.0.1; UK Core STU, June 2025). Profiles are
// claimed only where they are active; those of Task, Flag and Consent were drafts then.

/** A resource as it goes over the wire. */
export type Resource = {
  readonly resourceType: string
  readonly id?: string
  readonly [field: string]: unknown
}

export const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number'
export const odsSystem = 'https://fhir.nhs.uk/Id/ods-organization-code'

const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-'
export const profiles = {
  Patient: `${ukCore}Patient`,
  RelatedPerson: `${ukCore}RelatedPerson`,
  ServiceRequest: `${ukCore}ServiceRequest`,
} as const

/** Our own names for persons and referrals, under the house's address. */
export const referenceSystem = (baseUrl: string, of: 'person' | 'referral'): string =>
  `${baseUrl}/id/${of}`

/** What an agreement lets its organisation know, and in a referral's Consent, what the carer agreed to. */
export const purposeSystem = 'urn:alongside:agreement-purpose'
export const outcomeSystem = 'urn:alongside:referral-outcome'

export const fhirPath = '/fhir/r4'
export const fhirJson = 'application/fhir+json'

export const resourceTypes = [
  'Patient',
  'RelatedPerson',
  'ServiceRequest',
  'Task',
  'Flag',
  'Consent',
] as const

export type ResourceType = (typeof resourceTypes)[number]

/** An object without the fields that hold nothing: FHIR has no nulls and no empty lists. */
export function filled<T extends Readonly<Record<string, unknown>>>(
  of: T,
): { readonly [K in keyof T]?: Exclude<T[K], null | undefined> } {
  return Object.fromEntries(
    Object.entries(of).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  ) as never
}
