// A carer, or somebody they look after, as a UK Core Patient. Nothing but who they are and how to
// reach them: no note, no ethnicity, no circumstances.

import { filled, nhsNumberSystem, profiles, referenceSystem, type Resource } from './fhir.ts'

/** The columns of a person that leave by this door. */
export type PatientRow = {
  readonly id: string
  readonly reference: string
  readonly title: string | null
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly dateOfBirth: string | null
  readonly diedOn: string | null
  readonly gender: string | null
  readonly address1: string | null
  readonly address2: string | null
  readonly town: string | null
  readonly postcode: string | null
  readonly homePhone: string | null
  readonly mobilePhone: string | null
  readonly email: string | null
  readonly mayPhone: boolean | null
  readonly mayText: boolean | null
  readonly mayEmail: boolean | null
  readonly safeContact: string | null
  readonly nhsNumber: string | null
  readonly gpPractice: string | null
  readonly mergedInto: string | null
  readonly version: number
}

const genders: Readonly<Record<string, string>> = { female: 'female', male: 'male', other: 'other' }

export function patientOf(person: PatientRow, baseUrl: string): Resource {
  const { mergedInto } = person
  return {
    resourceType: 'Patient',
    id: person.id,
    meta: { versionId: String(person.version), profile: [profiles.Patient] },
    ...filled({
      identifier: identifiersOf(person, baseUrl),
      active: mergedInto === null,
      name: namesOf(person),
      telecom: telecomOf(person),
      gender: person.gender === null ? null : (genders[person.gender] ?? 'unknown'),
      birthDate: person.dateOfBirth,
      deceasedDateTime: person.diedOn,
      address: addressesOf(person),
      generalPractitioner:
        person.gpPractice === null ? [] : [{ type: 'Organization', display: person.gpPractice }],
      link:
        mergedInto === null
          ? []
          : [{ other: { reference: `Patient/${mergedInto}` }, type: 'replaced-by' }],
    }),
  }
}

export function identifiersOf(
  { nhsNumber, reference }: Pick<PatientRow, 'nhsNumber' | 'reference'>,
  baseUrl: string,
) {
  return [
    ...(nhsNumber === null ? [] : [{ system: nhsNumberSystem, value: nhsNumber }]),
    { system: referenceSystem(baseUrl, 'person'), value: reference },
  ]
}

export function namesOf(
  person: Pick<PatientRow, 'title' | 'givenName' | 'familyName' | 'knownAs'>,
) {
  const { title, givenName, familyName, knownAs } = person
  return [
    {
      use: 'official',
      ...filled({
        family: familyName,
        given: [givenName].filter(Boolean),
        prefix: title === null ? [] : [title],
      }),
    },
    ...(knownAs === null || knownAs === givenName ? [] : [{ use: 'nickname', given: [knownAs] }]),
  ]
}

/**
 * How to reach them, unless they said not so; nothing at all where contact must be made with care,
 * because a number by itself does not say that.
 */
export function telecomOf(person: PatientRow) {
  const { homePhone, mobilePhone, email, mayPhone, mayText, mayEmail, safeContact } = person
  if (safeContact !== null) return []
  return [
    ...(homePhone === null || mayPhone === false
      ? []
      : [{ system: 'phone', value: homePhone, use: 'home' }]),
    ...(mobilePhone === null || (mayPhone === false && mayText === false)
      ? []
      : [{ system: mayPhone === false ? 'sms' : 'phone', value: mobilePhone, use: 'mobile' }]),
    ...(email === null || mayEmail === false ? [] : [{ system: 'email', value: email }]),
  ]
}

export function addressesOf({ address1, address2, town, postcode }: PatientRow) {
  const line = [address1, address2].filter((each) => each !== null && each !== '')
  const address = filled({ line, city: town, postalCode: postcode })
  return Object.keys(address).length === 0 ? [] : [{ use: 'home', ...address }]
}
