// Who may give a duty alone. UK GDPR articles 5(1)(f) and 32: access to records is given to those who
// need it, and whoever keeps the accounts must not be able to open records by their own hand alone.

import type { Duty } from '#platform/access/duties.ts'
import { type OrganisationKind, type StaffDuty, kindNames } from './organisation.ts'

/** Where each duty can be held: it takes its meaning from the organisation's work. */
const heldAt: Record<StaffDuty, readonly OrganisationKind[]> = {
  referrer: ['council', 'gp_practice', 'hospital', 'school', 'charity', 'jobcentre', 'employer'],
  adviser: ['hub', 'young_carers', 'council', 'charity'],
  assessor: ['hub', 'young_carers', 'council', 'charity'],
  key_worker: ['hub', 'young_carers', 'council', 'charity'],
  manager: ['hub', 'young_carers', 'council', 'charity'],
  council_practitioner: ['council'],
  safeguarding_lead: ['council', 'hub', 'young_carers'],
  commissioner: ['council'],
  analyst: ['council', 'hub', 'young_carers', 'charity'],
  administrator: ['council', 'hub', 'young_carers', 'charity'],
}

/** The duties that can be held at an organisation of a kind. */
export function dutiesAt(kind: OrganisationKind): readonly StaffDuty[] {
  return (Object.keys(heldAt) as StaffDuty[]).filter((duty) => heldAt[duty].includes(kind))
}

/** Why a duty cannot be held at an organisation of a kind; null where it can. */
export function misplaced(duty: StaffDuty, kind: OrganisationKind, name: string): string | null {
  if (heldAt[duty].includes(kind)) return null
  const where = heldAt[duty].map((each) => kindNames[each].toLowerCase()).join(', ')
  return `${name} is a ${kindNames[kind].toLowerCase()}: this duty is held at a ${where}`
}

/** These reach beyond one organisation: every record of the authority, restricted ones, or the accounts. */
const wide: readonly Duty[] = ['council_practitioner', 'safeguarding_lead', 'administrator']
const openRecords: readonly Duty[] = [
  'referrer',
  'adviser',
  'assessor',
  'key_worker',
  'manager',
  ...wide,
]

export type Gift = {
  readonly duties: readonly Duty[]
  /** Whether the administrator who gives is the one who receives. */
  readonly toSelf: boolean
  readonly email: string
  /** The organisation's own e-mail domains; empty where none were set. */
  readonly domains: readonly string[]
}

/** Why a second administrator must give it too; null where one may alone. */
export function secondAdministratorFor(gift: Gift): string | null {
  const opening = gift.duties.filter((duty) => openRecords.includes(duty))
  if (opening.length === 0) return null
  if (gift.toSelf) return 'Nobody gives themself a duty that opens records or accounts.'
  if (opening.some((duty) => wide.includes(duty)))
    return 'This duty reaches beyond one organisation, so two administrators give it.'
  if (gift.domains.length > 0 && !inDomains(gift.email, gift.domains))
    return 'The address is not one of the organisation’s own, so two administrators give it.'
  return null
}

/** Whether an address is of one of these domains or of a part of one. */
export function inDomains(email: string, domains: readonly string[]): boolean {
  const [, domain = ''] = email.toLowerCase().split('@')
  return domains.some((each) => domain === each || domain.endsWith(`.${each}`))
}
