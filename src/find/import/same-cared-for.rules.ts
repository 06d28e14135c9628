import { fold } from '#platform/lib/fold.ts'
import { givenLikeness } from '#people/matching/name-likeness.rules.ts'
import type { Carer } from './carer.ts'

/**
 * Whether two rows of one carer speak of the same cared-for person, so that the second adds nobody:
 * nothing said, or names that may be the same and nothing against it.
 */
export function sameCaredFor(one: Carer, two: Carer): boolean {
  const [a, b] = [one.caredFor, two.caredFor]
  if (b === null)
    return (
      two.relationship === null ||
      one.relationship === null ||
      one.relationship === two.relationship
    )
  if (a === null) return false
  if (a.birth !== null && b.birth !== null && a.birth === b.birth) return true
  const given = givenLikeness(fold(a.givenName ?? ''), fold(b.givenName ?? ''))
  const [familyA, familyB] = [fold(a.familyName ?? ''), fold(b.familyName ?? '')]
  return given !== 'different' && (familyA === '' || familyB === '' || familyA === familyB)
}
