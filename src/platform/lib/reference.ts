import { randomInt } from 'node:crypto'

/** No I, L, O, U, Z, 0 or 1: misread and misheard. 29 are left, a prime, which the check rests on. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXY'

/**
 * A new reference that people read aloud, such as `ALG-7F3K-9`: a prefix, four to eight random
 * characters, and a check character. Five random characters give twenty million.
 */
export function newReference(prefix = 'ALG', length = 5): string {
  const body = Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
  return `${prefix}-${body}-${checkCharacter(body)}`
}

/** Weights rise along the body, modulo 29: any one wrong character and any swap of neighbours shows. */
function checkCharacter(body: string): string {
  const sum = Array.from(body).reduce(
    (total, letter, at) => total + (at + 2) * letters.indexOf(letter),
    0,
  )
  return letters[sum % letters.length] ?? ''
}

/** The reference as we write it, from what someone typed (`alg 7f3k9`), or null where the check fails. */
export function readReference(typed: string, prefix = 'ALG'): string | null {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  if (!plain.startsWith(prefix)) return null
  const body = plain.slice(prefix.length, -1)
  const sound = body.length >= 4 && Array.from(body).every((letter) => letters.includes(letter))
  return sound && plain.endsWith(checkCharacter(body))
    ? `${prefix}-${body}-${plain.slice(-1)}`
    : null
}
