import { givenLikeness } from './name-likeness.rules.ts'
import { birthLikeness } from './birth-likeness.rules.ts'
import type { Found } from './record.ts'
import type { Pair } from './score.rules.ts'

/** What the cared-for people tell. Couples, brothers and sisters share theirs, so it never says enough alone. */
export function caredForPart({ a, b, commonness }: Pair): Found | null {
  if (a.caredFor === null || b.caredFor === null) return null
  const given = givenLikeness(a.caredForGiven, b.caredForGiven)
  const birth = birthLikeness(a.caredFor.birth, b.caredFor.birth)
  const families = a.caredForFamily !== '' && b.caredForFamily !== ''
  if (
    given === 'different' ||
    (families && a.caredForFamily !== b.caredForFamily && birth !== 'same')
  ) {
    return { part: 'Cared-for person', points: -3, words: () => 'Different cared-for people' }
  }
  const points =
    namePoints({ a, b, commonness }) + (birth === 'same' ? 5 : birth === 'different' ? -3 : 0)
  if (points === 0) return null
  return {
    part: 'Cared-for person',
    points,
    words: () =>
      points > 0 ? 'Same cared-for person' : 'Cared-for people with different dates of birth',
  }
}

function namePoints({ a, b, commonness }: Pair): number {
  const given = givenLikeness(a.caredForGiven, b.caredForGiven)
  if (given === 'blank') return 0
  const family = a.caredForFamily !== '' && a.caredForFamily === b.caredForFamily
  const bits = Math.min(
    commonness.bits('caredFor', `${a.caredForGiven} ${a.caredForFamily}`),
    commonness.bits('caredFor', `${b.caredForGiven} ${b.caredForFamily}`),
  )
  if (given === 'same') return Math.round(family ? Math.min(6, bits / 2) : Math.min(3, bits / 3))
  return given === 'initial' ? 1 : family ? 4 : 2
}

/** Whom they care for and why, as codes: alike for many, so worth little. */
export function circumstancesPart({ a, b }: Pair): Found | null {
  if (a.relationship === null || b.relationship === null) return null
  if (a.relationship !== b.relationship)
    return {
      part: 'Caring',
      points: -2,
      words: () => 'They care for people who stand differently to them',
    }
  const same =
    a.conditions.length > 0 &&
    a.conditions.length === b.conditions.length &&
    a.conditions.every((code) => b.conditions.includes(code))
  return same
    ? {
        part: 'Caring',
        points: 2 + Math.min(2, a.conditions.length - 1),
        words: () => 'They care for someone who stands alike to them, with the same conditions',
      }
    : { part: 'Caring', points: 1, words: () => 'They care for someone who stands alike to them' }
}
