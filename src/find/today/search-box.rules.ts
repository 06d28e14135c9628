import type { IsoDate } from '#platform/lib/dates.ts'
import { nameWords } from '#platform/lib/names.ts'
import { nhsNumberFrom } from '#platform/lib/nhs-number.ts'
import { outwardPart, postcodeFrom, type Postcode } from '#platform/lib/postcode.ts'
import { readReference } from '#platform/lib/reference.ts'
import { fullNamesOf } from '#people/matching/nicknames.ts'
import {
  birthRange,
  nameRange,
  nhsNumberRange,
  phoneRange,
  postcodeRange,
  previousIdRange,
  referenceRange,
  soundRange,
  wholeNameRange,
  withLostO,
  type KeyRange,
} from '#people/persons/search-keys.rules.ts'
import { dateAsWritten } from '#find/import/dates-as-written.rules.ts'

/** Ranges of keys of which one is enough. */
export type Term = readonly KeyRange[]

/** What somebody typed into the one search box, taken apart. */
export type Search = {
  /** What was typed, tidied. */
  readonly typed: string
  /** All must match; the most telling first. Empty where nothing can be looked for. */
  readonly terms: readonly Term[]
  /** The same with names by their sound, and by their words one by one: for when little is found. */
  readonly looser: readonly (readonly Term[])[]
  /** The folded words of names, for ranking what is found. */
  readonly names: readonly string[]
  /** Whether it is one person's for certain: a reference, an NHS number, an id. */
  readonly isOnePerson: boolean
  /** The reference of a referral, where that is what was typed. */
  readonly referral: string | null
  /** What looks like a slip, in words. */
  readonly doubts: readonly string[]
}

type Found = { readonly rank: number; readonly term: Term; readonly sure?: boolean }

/** What is taken out of the text, in this order; each reader gives null for what it cannot read. */
const readers: readonly {
  readonly pattern: RegExp
  readonly read: (text: string, today: IsoDate) => Found | string | null
}[] = [
  {
    pattern: /\balg[-\s]?[0-9a-z]{4,8}[-\s]?[0-9a-z]\b/gi,
    read: (text) => {
      const reference = readReference(text)
      return reference === null
        ? `Check the reference ${text.toUpperCase()}: it is not quite right`
        : { rank: 0, term: [referenceRange(reference)], sure: true }
    },
  },
  {
    pattern:
      /\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\s+\d{4}\b/gi,
    read: (text, today) => {
      const date = dateAsWritten(text, today)
      if (date.is === 'date') return { rank: 3, term: [birthRange(date.date)] }
      return `${text} is not a real date`
    },
  },
  {
    pattern: /\b[a-z]{1,2}\d[a-z\d]?\s*[\dO][a-z]{2}\b/gi,
    read: (text) => {
      const postcode = postcodeFrom(text)
      return postcode === null ? null : { rank: 4, term: [postcodeRange(postcode)] }
    },
  },
  {
    pattern: /\b[a-z]{2,4}-?\d{3,}\b/gi,
    read: (text) => ({ rank: 1, term: [previousIdRange(text)], sure: true }),
  },
  {
    pattern: /\b[a-z]{1,2}\d[a-z\d]?\b/gi,
    read: (text) => {
      // Any full postcode lends its inward part: the outward one alone is no postcode.
      const full = postcodeFrom(`${text} 1AA`)
      return full === null
        ? null
        : { rank: 9, term: [postcodeRange(outwardPart(full as Postcode))] }
    },
  },
  {
    pattern: /\+?\d[\d\s()-]{2,}\d/g,
    read: (text, today) => digits(text.replace(/\D/g, ''), today),
  },
]

/** Ten digits may be an NHS number, four a year of birth, and any the end of a telephone number. */
function digits(text: string, today: IsoDate): Found | null {
  const phone = text.startsWith('44') && text.length > 10 ? `0${text.slice(2)}` : text
  const nhs = nhsNumberFrom(text)
  if (nhs !== null) return { rank: 1, term: [nhsNumberRange(nhs), phoneRange(phone)], sure: true }
  const year = text.length === 4 && text >= '1900' && text <= today.slice(0, 4)
  return { rank: year ? 8 : 2, term: [phoneRange(phone), ...(year ? [birthRange(text)] : [])] }
}

/** Takes apart what was typed into the search box; `today` tells the century of a date. */
export function readSearch(typed: string, today: IsoDate): Search {
  const tidy = typed.replace(/\s+/g, ' ').trim().slice(0, 200)
  const referral = readReference(tidy, 'REF')
  const found: Found[] = []
  const doubts: string[] = []
  let rest = tidy
  for (const { pattern, read } of readers) {
    rest = rest.replace(pattern, (text) => {
      const value = read(text, today)
      if (value === null) return text
      if (typeof value === 'string') doubts.push(value)
      else found.push(value)
      return ' '
    })
  }
  const names = nameWords(rest).filter((word) => /[a-z]/.test(word))
  // One letter is half a county's names, and all of them are looked through for a small organisation.
  const tooShort = found.length === 0 && names.length === 1 && (names[0]?.length ?? 0) < 2
  if (tooShort) doubts.push('Type at least two letters of a name')
  const others = found.toSorted((a, b) => a.rank - b.rank)
  const together = (nameTerms: readonly Term[]) => [
    ...others.filter(({ rank }) => rank < 5).map(({ term }) => term),
    ...nameTerms,
    ...others.filter(({ rank }) => rank >= 5).map(({ term }) => term),
  ]
  return {
    typed: tidy,
    terms: tooShort ? [] : together(nameTerms(names)),
    looser:
      tooShort || names.length === 0
        ? []
        : [soundTerms(names), wordByWord(names)].filter((terms) => terms.length > 0).map(together),
    names,
    isOnePerson: found.length === 1 && names.length === 0 && found[0]?.sure === true,
    referral,
    doubts,
  }
}

/** Two names together are one range in either order, which keeps common names quick. */
function nameTerms(names: readonly string[]): readonly Term[] {
  const [first, ...others] = names
  const last = others.at(-1)
  if (first === undefined) return []
  if (last === undefined) {
    const full = [...fullNamesOf(first)].map((name) => wholeNameRange([name]))
    const lost = withLostO(first)
    return [[nameRange([first]), ...full, ...(lost === null ? [] : [wholeNameRange([lost])])]]
  }
  const pair = [nameRange([first, last]), nameRange([last, first])]
  for (const [name, other] of [
    [first, last],
    [last, first],
  ] as const) {
    const lost = withLostO(name)
    if (lost !== null) pair.push(wholeNameRange([lost, other]))
  }
  for (const full of fullNamesOf(first)) pair.push(nameRange([full, last]))
  for (const full of fullNamesOf(last)) pair.push(wholeNameRange([full, first]))
  return [pair, ...others.slice(0, -1).map((word) => [nameRange([word])])]
}

function soundTerms(names: readonly string[]): readonly Term[] {
  const [first = '', last] = [names[0], names.length > 1 ? names.at(-1) : undefined]
  const ways =
    last === undefined
      ? [[first]]
      : [
          [first, last],
          [last, first],
        ]
  const ranges = ways.map((words) => soundRange(words)).filter((range) => range !== null)
  return ranges.length === 0 ? [] : [ranges]
}

/** Each word by itself: two first names, two halves of a surname, a surname written as two. */
function wordByWord(names: readonly string[]): readonly Term[] {
  if (names.length < 2) return []
  return names.map((word) => [nameRange([word])])
}
