/** An NHS number: ten digits of which the last checks the others, without spaces. */
export type NhsNumber = string & { readonly nhsNumber: unique symbol }

/**
 * The NHS number in a text, or null where it is none: spaces and hyphens are ignored and the check
 * digit is tested (modulus 11, NHS Data Dictionary, NHS NUMBER).
 */
export function nhsNumberFrom(text: string): NhsNumber | null {
  const digits = text.replace(/[\s\-.]+/g, '')
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return null
  return checkDigit(digits) === Number(digits.charAt(9)) ? (digits as NhsNumber) : null
}

/** The digit that must come tenth; 10 where no number may start with these nine. */
function checkDigit(digits: string): number {
  let sum = 0
  for (let place = 0; place < 9; place += 1) sum += Number(digits.charAt(place)) * (10 - place)
  const check = 11 - (sum % 11)
  return check === 11 ? 0 : check
}

/** `999 092 5631`, as it is printed and read aloud. */
export function nhsNumberInWords(number: string): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`
}
