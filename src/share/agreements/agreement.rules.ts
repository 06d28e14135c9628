// What holds of the agreements a person gave: the common law duty of confidence and Caldicott
// principle 4 (need to know). The database works the same out in may_know() (0022_sharing.sql), and a
// property holds the two against each other.

import type { IsoDate } from '#platform/lib/dates.ts'
import { sharedPurposes, type SharedPurpose } from './agreement.ts'

export type Given = {
  readonly organisationId: number
  readonly purposes: readonly string[]
  readonly until: string | null
  readonly endedOn: string | null
}

/** Whether an agreement holds on a day: through its last day, and not once it was ended. */
export function lasts({ endedOn, until }: Given, today: IsoDate): boolean {
  return endedOn === null && (until === null || until >= today)
}

/** Whoever may know anything of a person must know whom it is about. */
export function withIdentity(purposes: readonly SharedPurpose[]): readonly SharedPurpose[] {
  return sharedPurposes.filter((each) => each === 'identity' || purposes.includes(each))
}

/** What an organisation may know by agreement on a day: of all that lasts, together, and no more. */
export function mayKnow(
  given: readonly Given[],
  of: { readonly organisationId: number; readonly today: IsoDate },
): readonly SharedPurpose[] {
  const lasting = given.filter(
    (each) => each.organisationId === of.organisationId && lasts(each, of.today),
  )
  return sharedPurposes.filter((purpose) =>
    lasting.some(({ purposes }) => purposes.includes(purpose)),
  )
}
