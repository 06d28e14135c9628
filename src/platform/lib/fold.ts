const plain = /^[a-z0-9 ]*$/
const marks = /\p{Mark}+/gu
const apostrophes = /['’‘`´]/g
const others = /[^a-z0-9]+/g

/**
 * A text made comparable: lower case, without accents and apostrophes, every other run of
 * punctuation and space as one space. `"Spouse/Partner"` and `"spouse - partner "` become one.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (plain.test(lower)) return lower.includes('  ') ? squeeze(lower) : lower.trim()
  const bare = lower
    .normalize('NFD')
    .replace(marks, '')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
  return bare.replace(apostrophes, '').replace(/&/g, ' and ').replace(others, ' ').trim()
}

const squeeze = (text: string): string => text.replace(/ +/g, ' ').trim()
