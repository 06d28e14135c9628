import { editDistance } from '#platform/lib/edit-distance.ts'
import { isFirstName } from './first-names.ts'
import { isFormOf, isKin } from './nicknames.ts'
import type { Prepared } from './prepare.ts'
import { soundCode } from './sounds.ts'

/**
 * How two names are alike, from the same to nothing in common. `close` are two names that people
 * bear, a letter or an ending apart (Jean and Joan, Carol and Caroline); `initial` where one is but a letter; `part` half a double name.
 */
export type NameLikeness =
  | 'same'
  | 'form'
  | 'slip'
  | 'sound'
  | 'close'
  | 'initial'
  | 'part'
  | 'blank'
  | 'different'

/** How two folded first names are alike. */
export function givenLikeness(a: string, b: string): NameLikeness {
  if (a === '' || b === '') return 'blank'
  if (a === b) return 'same'
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0) ? 'initial' : 'different'
  if (isFormOf(a, b)) return 'form'
  if (isKin(a, b)) return 'close'
  const bothNames = isFirstName(a) && isFirstName(b)
  if (isSlip(a, b)) return bothNames ? 'close' : 'slip'
  const alike = soundCode(a) === soundCode(b) && a.charAt(0) === b.charAt(0)
  if (!alike) return 'different'
  return bothNames ? 'close' : 'sound'
}

/** How two folded surnames are alike; `part` where one is half of the other's double name. */
export function familyLikeness(a: Prepared, b: Prepared): NameLikeness {
  if (a.family === '' || b.family === '') return 'blank'
  if (a.family === b.family || a.family.replaceAll(' ', '') === b.family.replaceAll(' ', ''))
    return 'same'
  const [few, many] = a.familyWords.length < b.familyWords.length ? [a, b] : [b, a]
  if (
    many.familyWords.length > few.familyWords.length &&
    few.familyWords.every((word) => word.length > 2 && many.familyWords.includes(word))
  )
    return 'part'
  if (isSlip(a.family, b.family)) return 'slip'
  return a.familySound === b.familySound && a.family.charAt(0) === b.family.charAt(0)
    ? 'sound'
    : 'different'
}

/** One slip of the keyboard in a word long enough to tell it from another name, two in a long word. */
function isSlip(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  if (length < 3) return false
  const distance = editDistance(a, b, 2)
  if (distance === 1) return !(length === 3 && a.charAt(0) !== b.charAt(0))
  return distance === 2 && length >= 8
}

/** Whether one person's first name stands where the other's surname does, and the other way round. */
export function namesSwapped(a: Prepared, b: Prepared): boolean {
  return (
    a.given.length > 2 &&
    b.given.length > 2 &&
    sameWord(a.given, b.familyWords) &&
    sameWord(b.given, a.familyWords)
  )
}

const sameWord = (word: string, words: readonly string[]): boolean =>
  words.some((other) => other === word || (other.length >= 4 && isSlip(other, word)))

/** The best of what two people's first names, middle names and names gone by have in common. */
export function bestGivenLikeness(a: Prepared, b: Prepared): NameLikeness {
  const first = givenLikeness(a.given, b.given)
  if (first !== 'different' || (a.alsoGiven.length === 0 && b.alsoGiven.length === 0)) return first
  const others = [
    ...a.alsoGiven.map((name) => givenLikeness(name, b.given)),
    ...b.alsoGiven.map((name) => givenLikeness(a.given, name)),
  ]
  return others.includes('same') || others.includes('form') ? 'form' : 'different'
}
