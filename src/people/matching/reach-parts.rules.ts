import { editDistance } from '#platform/lib/edit-distance.ts'
import { nhsNumberInWords } from '#platform/lib/nhs-number.ts'
import type { Commonness } from './commonness.ts'
import type { Found } from './record.ts'
import type { Pair } from './score.rules.ts'

/** What the e-mail addresses tell. A couple may share one, so it is less than a person's own number. */
export function emailPart({ a, b, commonness }: Pair): Found | null {
  if (a.email === null || a.email !== b.email) return null
  return {
    part: 'E-mail',
    points: Math.round(Math.min(9, commonness.bits('email', a.email))),
    words: () => `Same e-mail address: ${a.email}`,
  }
}

/** What the telephone numbers tell: the same mobile much, the same number at home some, others a little against. */
export function phonePart({ a, b, commonness }: Pair): Found | null {
  const mobile = a.mobilePhone !== null && a.mobilePhone === b.mobilePhone ? a.mobilePhone : null
  const crossed = [a.homePhone, a.mobilePhone].find(
    (number) => number !== null && (number === b.homePhone || number === b.mobilePhone),
  )
  if (mobile !== null)
    return {
      part: 'Telephone',
      points: worth(commonness, mobile, 9),
      words: () => `Same mobile number: ${mobile}`,
    }
  if (crossed !== undefined && crossed !== null)
    return {
      part: 'Telephone',
      points: worth(commonness, crossed, 5),
      words: () => `Same telephone number: ${crossed}`,
    }
  if (a.mobilePhone === null || b.mobilePhone === null) return null
  return { part: 'Telephone', points: -1, words: () => 'Different mobile numbers' }
}

const worth = (commonness: Commonness, number: string, most: number): number =>
  Math.round(Math.min(most, commonness.bits('phone', number)))

/** What the addresses tell. People move, so another address is but little against. */
export function addressPart({ a, b }: Pair): Found | null {
  const postcodes = a.postcode !== null && b.postcode !== null
  const samePostcode = postcodes && a.postcode === b.postcode
  if (a.house !== '' && a.house === b.house) {
    if (samePostcode)
      return {
        part: 'Address',
        points: 8,
        words: () => `Same address: ${a.address ?? ''}, ${a.postcode ?? ''}`,
      }
    return {
      part: 'Address',
      points: postcodes ? 4 : 7,
      words: () => `Same house and street: ${a.address ?? ''}`,
    }
  }
  if (samePostcode && sameHouseNearly(a.house, b.house)) {
    return {
      part: 'Address',
      points: 7,
      words: () => `Addresses a slip apart: ${a.address ?? ''} and ${b.address ?? ''}`,
    }
  }
  if (samePostcode)
    return { part: 'Address', points: 3, words: () => `Same postcode: ${a.postcode ?? ''}` }
  if ((a.house === '' || b.house === '') && !postcodes) return null
  return { part: 'Address', points: -2, words: () => 'Different addresses' }
}

/** The number must be the same: next door is another house. */
function sameHouseNearly(a: string, b: string): boolean {
  const [numberA, numberB] = [/\d+/.exec(a)?.[0], /\d+/.exec(b)?.[0]]
  return (
    numberA === numberB &&
    a !== '' &&
    b !== '' &&
    (editDistance(a, b, 2) <= 2 || a.startsWith(b) || b.startsWith(a))
  )
}

/** What the NHS numbers tell: one person has one, and it is checked. */
export function nhsPart({ a, b }: Pair): Found | null {
  const number = a.nhsNumber
  if (number === null || b.nhsNumber === null) return null
  if (number !== b.nhsNumber)
    return { part: 'NHS number', points: -10, words: () => 'Different NHS numbers' }
  return {
    part: 'NHS number',
    points: 18,
    words: () => `Same NHS number: ${nhsNumberInWords(number)}`,
  }
}

/** What the GP practices tell: a little, either way. */
export function practicePart({ a, b }: Pair): Found | null {
  if (a.gpPractice === null || b.gpPractice === null) return null
  const same = a.gpPractice.toLowerCase() === b.gpPractice.toLowerCase()
  return same
    ? { part: 'GP practice', points: 2, words: () => `Same GP practice: ${a.gpPractice}` }
    : { part: 'GP practice', points: -2, words: () => 'Different GP practices' }
}
