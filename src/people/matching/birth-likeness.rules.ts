import type { IsoDate } from '#platform/lib/dates.ts'

/**
 * How two dates of birth are alike. `swapped`, `digit`, `year` and `two` are usual slips of a hand;
 * `generation` would be a slip too, but lies so many years apart that parent and child are as likely.
 */
export type BirthLikeness =
  | 'same'
  | 'swapped'
  | 'digit'
  | 'year'
  | 'two'
  | 'generation'
  | 'different'
  | 'blank'

const aGeneration = 14

/** How two dates of birth are alike. */
export function birthLikeness(a: IsoDate | null, b: IsoDate | null): BirthLikeness {
  if (a === null || b === null) return 'blank'
  if (a === b) return 'same'
  const [yearA, monthA, dayA] = [a.slice(0, 4), a.slice(5, 7), a.slice(8)]
  const [yearB, monthB, dayB] = [b.slice(0, 4), b.slice(5, 7), b.slice(8)]
  const swapped = dayA === monthB && monthA === dayB
  const sameDay = monthA === monthB && dayA === dayB
  if (yearA === yearB) {
    if (swapped) return 'swapped'
    if (isDaySlip(a.slice(4), b.slice(4))) return 'digit'
    return 'different'
  }
  const nearDay =
    sameDay ||
    swapped ||
    isDaySlip(a.slice(4), b.slice(4)) ||
    (monthA === monthB && Math.abs(Number(dayA) - Number(dayB)) <= 3)
  if (!nearDay || !isYearSlip(yearA, yearB)) return 'different'
  if (Math.abs(Number(yearA) - Number(yearB)) >= aGeneration) return 'generation'
  return sameDay ? 'year' : 'two'
}

/** One year out, ten years out, or one wrong or two swapped digits. */
function isYearSlip(a: string, b: string): boolean {
  const years = Math.abs(Number(a) - Number(b))
  return years === 1 || years === 10 || oneDigitOut(a, b) || digitsSwapped(a, b)
}

/** Within a year: one digit out, two digits swapped, or a day or a month out by one. */
function isDaySlip(a: string, b: string): boolean {
  return oneDigitOut(a, b) || digitsSwapped(a, b) || oneApart(a, b)
}

function oneApart(a: string, b: string): boolean {
  const [monthA, dayA] = [Number(a.slice(-5, -3)), Number(a.slice(-2))]
  const [monthB, dayB] = [Number(b.slice(-5, -3)), Number(b.slice(-2))]
  if (monthA === monthB) return Math.abs(dayA - dayB) === 1
  return dayA === dayB && Math.abs(monthA - monthB) === 1
}

function oneDigitOut(a: string, b: string): boolean {
  let wrong = 0
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) wrong += 1
  return wrong === 1
}

function digitsSwapped(a: string, b: string): boolean {
  for (let at = 0; at + 1 < a.length; at += 1) {
    if (a[at] === b[at]) continue
    return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  }
  return false
}
