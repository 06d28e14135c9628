import type { IsoDate } from '#platform/lib/dates.ts'

export const establishmentKinds = ['gp_practice', 'nhs_trust', 'hospital', 'school'] as const

export type EstablishmentKind = (typeof establishmentKinds)[number]

export const establishmentWords: Readonly<Record<EstablishmentKind, string>> = {
  gp_practice: 'GP practice',
  nhs_trust: 'NHS trust',
  hospital: 'Hospital',
  school: 'School',
}

export const establishmentStates = ['open', 'proposed', 'dormant', 'closed'] as const

export type EstablishmentState = (typeof establishmentStates)[number]

/** A practice, trust, hospital or school as its register publishes it. */
export type Establishment = {
  readonly kind: EstablishmentKind
  /** ODS code or URN; the plain name with its point where the published file has no code. */
  readonly code: string
  readonly name: string
  readonly address: string | null
  readonly town: string | null
  readonly postcode: string | null
  readonly telephone: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** GSS code of the district. */
  readonly districtCode: string | null
  readonly state: EstablishmentState
  readonly openedOn: IsoDate | null
  readonly closedOn: IsoDate | null
  /** What only its kind has: commissioner, phase, ages. */
  readonly details: Readonly<Record<string, string>>
}

/** How many of a practice's patients it had recorded as unpaid carers on a day. */
export type PracticeCount = {
  readonly practiceCode: string
  readonly countedOn: IsoDate
  readonly carers: number
  readonly patients: number | null
}
