import type { Duty } from '#platform/access/duties.ts'

/** Who takes part; `readers` of a row hold organisations' numbers. */
export const organisationKinds = [
  'hub',
  'young_carers',
  'council',
  'gp_practice',
  'hospital',
  'school',
  'charity',
  'jobcentre',
  'employer',
] as const

export type OrganisationKind = (typeof organisationKinds)[number]

export const kindNames: Record<OrganisationKind, string> = {
  hub: 'Carers’ hub',
  young_carers: 'Young carers’ service',
  council: 'Council',
  gp_practice: 'GP practice',
  hospital: 'Hospital',
  school: 'School',
  charity: 'Charity',
  jobcentre: 'Jobcentre',
  employer: 'Employer',
}

/** How the people of an organisation come in. */
export const signInRules = ['either', 'sso'] as const
export const signInRuleNames: Record<(typeof signInRules)[number], string> = {
  either: 'By single sign-on, or by a password with an authenticator app',
  sso: 'By single sign-on only',
}

/** Whether the organisation's own sign-in must say that it asked for a second factor. */
export const secondStepRules = ['trusted', 'proved'] as const
export const secondStepNames: Record<(typeof secondStepRules)[number], string> = {
  trusted: 'The organisation sees to it itself',
  proved: 'It must be proved each time: who signs in without one is sent back',
}

export type Organisation = {
  readonly id: number
  readonly kind: OrganisationKind
  readonly name: string
  readonly code: string | null
  readonly town: string | null
  readonly telephone: string | null
  readonly active: boolean
  readonly domains: readonly string[]
  readonly signInRule: (typeof signInRules)[number]
  readonly secondStep: (typeof secondStepRules)[number]
  readonly version: number
}

/** Duties that an administrator gives to staff; a carer's own comes with their record. */
export type StaffDuty = Exclude<Duty, 'carer'>
