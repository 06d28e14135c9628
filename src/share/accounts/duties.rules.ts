// From what an account is charged with to what it may open: only a duty that opens records at an
// organisation makes that organisation count (docs/architecture.md, "Who may see what").

import type { Duty } from '#platform/access/duties.ts'
import type { Membership } from './account.ts'

const openRecords: readonly Duty[] = [
  'referrer',
  'adviser',
  'assessor',
  'key_worker',
  'manager',
  'council_practitioner',
  'safeguarding_lead',
]

export type Charge = {
  readonly duties: readonly Duty[]
  readonly organisationIds: readonly number[]
}

/** The duties of an account and the organisations whose rows it may read; a carer's own duty comes with their record. */
export function chargeOf(memberships: readonly Membership[], personId: string | null): Charge {
  const held = new Set(memberships.flatMap((membership) => membership.duties))
  if (personId !== null) held.add('carer')
  const opening = memberships.filter(({ duties }) =>
    duties.some((duty) => openRecords.includes(duty)),
  )
  return {
    duties: [...held],
    organisationIds: [...new Set(opening.map((membership) => membership.organisationId))],
  }
}
