/**
 * Care Act 2014 s.79: an authority may authorise others to exercise its functions, and stays
 * responsible; s.79(2) excepts s.3, ss.42 to 47, s.78(1) and others, not the decision on eligibility
 * of s.13. In force from 1 April 2015.
 */

import type { IsoDate } from '#platform/lib/dates.ts'
import type { OrganisationKind } from './organisation.ts'

/** The day from which anything could be delegated. */
export const delegableFrom = '2015-04-01' as IsoDate

/** Who may be charged with the decision: those who assess, and not the council itself, which decides anyway. */
export const delegableTo: readonly OrganisationKind[] = ['hub', 'young_carers', 'charity']

type Term = {
  readonly organisationId: number
  readonly since: IsoDate
  readonly until: IsoDate | null
}

/** Whether two delegations to one organisation would hold on one day. */
export function overlap(one: Term, other: Term): boolean {
  return (
    one.organisationId === other.organisationId &&
    (one.until === null || one.until >= other.since) &&
    (other.until === null || other.until >= one.since)
  )
}

/** Whether one can be ended on a day: it has begun, and is not over by then. */
export function canEnd(term: Term, on: IsoDate): boolean {
  return term.since <= on && (term.until === null || term.until > on)
}
