// What makes a password good enough: NIST SP 800-63B-4, section 3.1.1.2, and the National Cyber
// Security Centre's "three random words". Length counts, composition does not; never the obvious.

export const shortestPassword = 12
export const longestPassword = 128

const obvious = [
  'password',
  'passw0rd',
  'letmein',
  'welcome',
  'qwerty',
  'alongside',
  'worcester',
  '123456',
  'abc123',
  'iloveyou',
]

/** Why this password will not do, as words beside its field, or null where it will. */
export function passwordFault(password: string, email: string): string | null {
  if (password.length < shortestPassword)
    return `Your password must be ${shortestPassword} characters or more`
  if (password.length > longestPassword)
    return `Your password must be ${longestPassword} characters or fewer`
  const bare = password.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (new Set(bare).size < 5)
    return 'Your password must not be one or two characters again and again'
  const [name = ''] = email.toLowerCase().split('@')
  const known = [name.replaceAll(/[^\p{L}\p{N}]/gu, ''), ...obvious].filter(
    (word) => word.length > 3,
  )
  const left = known.reduce((rest, word) => rest.replaceAll(word, ''), bare)
  return left.length < 6
    ? 'Your password is too easy to guess: try three words that do not belong together'
    : null
}
