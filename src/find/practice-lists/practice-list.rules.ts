// What a practice must change in its own records: the list as agreed today, held against what it
// confirmed last time. An agreement that ended, a carer who stopped caring or died is told alike, as
// ended: why is the carer's own business (Data Protection Act 2018; UK GDPR, article 5(1)(c)).

/** A patient to flag, as the practice may know them. */
export type Flagged = {
  readonly personId: string
  readonly givenName: string
  readonly familyName: string
  readonly dateOfBirth: string | null
  readonly nhsNumber: string | null
  /** SNOMED CT codes, "is a carer" first. */
  readonly codes: readonly string[]
}

export type ListChanges = {
  readonly added: readonly Flagged[]
  /** With the codes of today; `before` are those that were told. */
  readonly changed: readonly (Flagged & { readonly before: readonly string[] })[]
  readonly ended: readonly Flagged[]
  readonly same: readonly Flagged[]
}

/** Today's list against what was told: each person in exactly one of the four. */
export function changesOf(today: readonly Flagged[], told: readonly Flagged[]): ListChanges {
  const before = new Map(told.map((each) => [each.personId, each]))
  const now = new Set(today.map(({ personId }) => personId))
  const known = today.flatMap((each) => {
    const was = before.get(each.personId)
    return was === undefined ? [] : [{ ...each, before: was.codes }]
  })
  return {
    added: today.filter(({ personId }) => !before.has(personId)),
    changed: known.filter((each) => !alike(each.codes, each.before)),
    ended: told.filter(({ personId }) => !now.has(personId)),
    same: known.filter((each) => alike(each.codes, each.before)),
  }
}

const alike = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join() === other.toSorted().join()

/** Whether there is anything that the practice has not confirmed. */
export const hasChanges = ({ added, changed, ended }: ListChanges): boolean =>
  added.length + changed.length + ended.length > 0

/**
 * A count as a practice may read it: under 5 in words, but never nought (NHS England's rule for
 * published tables below national level: counts from 1 to 4 are suppressed).
 */
export function suppressed(count: number): number | 'fewer than 5' {
  return count > 0 && count < 5 ? 'fewer than 5' : count
}
