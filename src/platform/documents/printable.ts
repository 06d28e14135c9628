/** Stands where no font has a letter, so that the gap shows. */
const missing = '\ufffd'

/** Line ends of any kind; what steers a printer or a terminal; what turns the direction of text. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const controls = /[^\P{Cc}\n]|[\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** Joiners and variants: they print nothing by themselves and need no letter in a font. */
const joiners = /[\u200c-\u200f]|\ufe0e|\ufe0f/

/**
 * Text as it can be set: a line break is `\n`, and a character that no font has is a visible gap.
 * Control characters go, and with them those that turn or fence the direction of text (U+202A to
 * U+202E, U+2066 to U+2069): in a letter they serve only to make it read as what it is not, and
 * right-to-left words need none.
 */
export function printable(text: string, covered: (codePoint: number) => boolean): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(lineEnds, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(controls, '')
    .replaceAll(/[^\n\u0020-\u007e]/gu, (character) =>
      joiners.test(character) || covered(character.codePointAt(0) ?? 0) ? character : missing,
    )
}

/** The same of every text in a document's data; addresses of links stay as they are. */
export function allPrintable<T>(data: T, covered: (codePoint: number) => boolean): T {
  const tidy = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return key === 'href' ? value : printable(value, covered)
    if (Array.isArray(value)) return value.map((item) => tidy(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, tidy(inner, name)]),
    )
  }
  return tidy(data) as T
}
