import { randomInt } from 'node:crypto'

/** Lower case without the letters and digits that are misread when written down. */
const letters = '23456789abcdefghjkmnpqrstvwxy'

/** Ten new recovery codes like `7f3kq-m9xwd`: 48 random bits each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const code = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')
    return grouped(code)
  })
}

/** A recovery code as it is kept, from however somebody typed it. */
export function recoveryCodeFrom(typed: string): string {
  return grouped(typed.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
}

const grouped = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`
