import { fold } from './fold.ts'

const titles = new Set(
  'mr mrs miss ms mx dr doctor prof professor rev reverend revd sir dame cllr councillor'.split(
    ' ',
  ),
)

const nobody = new Set(
  'unknown|unk|not known|nk|n k|n a|none|no name|noname|no surname|no forename|not given|not recorded|not stated|unspecified|surname unknown|name unknown|unknown name|unknown surname|to be confirmed|tbc|tba|tbd|x|xx|xxx|xxxx|anonymous|anon|missing|blank|null'.split(
    '|',
  ),
)

/** A name made comparable: lower case, no accents or apostrophes, one space between its words. */
export function foldName(name: string): string {
  return fold(name)
}

/** The words of a name, folded, without a title before them: `"Mrs. Anne-Marie"` gives `anne`, `marie`. */
export function nameWords(name: string): readonly string[] {
  const words = fold(name)
    .split(' ')
    .filter((word) => word !== '')
  return words.length > 1 && titles.has(words[0] ?? '') ? words.slice(1) : words
}

const broken = /([\p{L}\p{M}]+)['’‘`´]([\p{L}\p{M}]{2,})/gu

/** What stands before and after an apostrophe within a name, folded: `O’Brien` gives `o`, `brien`. */
export function aroundApostrophes(
  name: string,
): readonly { readonly before: string; readonly after: string }[] {
  return Array.from(name.matchAll(broken), ([, before = '', after = '']) => ({
    before: fold(before),
    after: fold(after),
  }))
}

/** Whether something stands where a name belongs that says there is none: `?`, `UNKNOWN`, `n/k`. */
export function isNoName(name: string): boolean {
  const folded = fold(name)
  return folded === '' || nobody.has(folded)
}

/**
 * A name as people write their own: what was typed all in capitals or all in small letters gets
 * its capitals (`O'BRIEN`, `mcavoy`, `anne-marie`); what has both is left alone.
 */
export function properName(name: string): string {
  const tidy = name.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (tidy !== tidy.toUpperCase() && tidy !== tidy.toLowerCase()) return tidy
  return tidy
    .toLowerCase()
    .replace(
      /(^|[\s\-'’])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
    .replace(/\bMc(\p{Ll})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`)
}

/** A title as it is written on an envelope: `MRS` and `mrs.` become `Mrs`; null where there is none. */
export function properTitle(title: string): string | null {
  const folded = fold(title)
  if (folded === '') return null
  return folded.charAt(0).toUpperCase() + folded.slice(1)
}
