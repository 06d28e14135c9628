import type { NameLikeness } from './name-likeness.rules.ts'
import type { Found } from './record.ts'
import type { Pair } from './score.rules.ts'

// What is left of a first name's worth when it is not quite the same.
const givenLoss: Readonly<Record<NameLikeness, number>> = {
  same: 0, form: 1.5, slip: 1, sound: 2, initial: 3.5, part: 0, close: 5, blank: 0, different: 0,
} // prettier-ignore

const givenWords: Readonly<Record<NameLikeness, string>> = {
  same: 'Same first name', form: 'Forms of one first name', slip: 'First names a slip apart',
  sound: 'First names that sound alike', initial: 'Same initial', close: 'First names close, but two names',
  different: 'Different first names', part: '', blank: '',
} // prettier-ignore

/** What the first names tell: more the rarer they are. */
export function givenPart({ a, b, commonness }: Pair, likeness: NameLikeness): Found | null {
  if (likeness === 'blank') return null
  const words = (): string => `${givenWords[likeness]}: ${a.givenName} and ${b.givenName}`
  if (likeness === 'different') return { part: 'First name', points: -13, words }
  const bits = Math.min(commonness.bits('given', a.given), commonness.bits('given', b.given), 8)
  const least = likeness === 'close' ? -3 : 0.5
  return { part: 'First name', points: tenths(Math.max(least, bits - givenLoss[likeness])), words }
}

const familyWords: Readonly<Partial<Record<NameLikeness, string>>> = {
  same: 'Same surname', slip: 'Surnames a slip apart', sound: 'Surnames that sound alike', part: 'One surname within the other',
  different: 'Different surnames',
} // prettier-ignore

/** What the surnames tell. Another surname is but little against: people marry and part. */
export function familyPart({ a, b, commonness }: Pair, likeness: NameLikeness): Found | null {
  if (likeness === 'blank') return null
  const words = (): string => `${familyWords[likeness] ?? ''}: ${a.familyName} and ${b.familyName}`
  if (likeness === 'different') return { part: 'Surname', points: -3, words }
  const bits = Math.min(
    commonness.bits('family', a.family),
    commonness.bits('family', b.family),
    10,
  )
  return {
    part: 'Surname',
    points: tenths(Math.max(1, likeness === 'same' ? bits : bits - 2)),
    words,
  }
}

/** First name and surname in each other's place. */
export function swappedPart({ a, b, commonness }: Pair): Found {
  const bits = (given: string, family: string): number =>
    Math.min(commonness.bits('given', given), 8) + Math.min(commonness.bits('family', family), 10)
  const worth = Math.min(
    bits(a.given, a.family),
    bits(b.given, b.family),
    bits(a.given, b.given),
    bits(b.given, a.given),
  )
  return {
    part: 'Name',
    points: tenths(Math.max(1, worth - 2)),
    words: () =>
      `First name and surname changed places: ${a.givenName} ${a.familyName} and ${b.givenName} ${b.familyName}`,
  }
}

export function sexPart({ a, b }: Pair): Found | null {
  if (a.sex === null || b.sex === null || a.sex === b.sex) return null
  return { part: 'Gender', points: -5, words: () => 'Different genders' }
}

const tenths = (points: number): number => Math.round(points * 10) / 10
