import { aroundApostrophes, isNoName, nameWords } from '#platform/lib/names.ts'
import { soundOf } from './sounds-like.rules.ts'

/** What of a person the search box can find: parts of the row and the ids of previous systems. */
export type Findable = {
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly dateOfBirth: string | null
  readonly postcode: string | null
  readonly homePhone: string | null
  readonly mobilePhone: string | null
  readonly nhsNumber: string | null
  readonly reference: string
  readonly previousIds: readonly string[]
}

/** Keys from `from` up to, not including, `to`, compared byte by byte. */
export type KeyRange = { readonly from: string; readonly to: string }

/**
 * The keys under which a person stands in `search_key`, each once. A name stands as pairs in both
 * orders, so that one range finds `tolley`, `tolley marg` and `margaret tol`, however common either
 * word is; a telephone number stands backwards, so that its last digits are a prefix.
 */
export function searchKeys(person: Findable): readonly string[] {
  const keys = new Set<string>([referenceKey(person.reference)])
  for (const key of nameKeys(person)) keys.add(key)
  if (person.dateOfBirth !== null) keys.add(`d:${person.dateOfBirth}`)
  if (person.postcode !== null) keys.add(`p:${person.postcode.toLowerCase()}`)
  for (const phone of [person.homePhone, person.mobilePhone]) {
    if (phone !== null) keys.add(`t:${backwards(phone)}`)
  }
  if (person.nhsNumber !== null) keys.add(`h:${person.nhsNumber}`)
  for (const id of person.previousIds) keys.add(`i:${bare(id)}`)
  return [...keys]
}

function* nameKeys(person: Findable): Generator<string> {
  const given = [person.givenName, person.knownAs ?? '']
    .filter((name) => !isNoName(name))
    .flatMap(nameWords)
  yield* pairs('n', surnameForms(person.familyName), given)
  yield* pairs('s', surnameSounds(person.familyName), given.map(soundOf))
}

/**
 * The ways in which a surname is looked for: by each of its words, from each of them on, written
 * apart or as one (`van der berg`, `derberg`), and by what follows an apostrophe (`brien`, `o brien`).
 */
export function surnameForms(familyName: string): readonly string[] {
  if (isNoName(familyName)) return []
  const words = nameWords(familyName)
  const tails = words.slice(0, -1).map((_, from) => words.slice(from))
  return [
    ...words,
    ...tails.flatMap((tail) => [tail.join(' '), tail.join('')]),
    ...aroundApostrophes(familyName).flatMap(({ before, after }) => [after, `${before} ${after}`]),
  ]
}

// They stand before many surnames, so by their sound alone nobody is found.
const particles = new Set('van von der den del della dos das los las bin ibn ter ten'.split(' '))

/** How a surname sounds as one word, and each part of it that is a name by itself. */
function surnameSounds(familyName: string): readonly string[] {
  if (isNoName(familyName)) return []
  const words = nameWords(familyName)
  const parts = [
    ...(words.length > 1 ? words : []),
    ...aroundApostrophes(familyName).map(({ after }) => after),
  ].filter((part) => part.length > 2 && !particles.has(part))
  return words.length === 0 ? [] : [words.join(''), ...parts].map(soundOf)
}

function* pairs(
  kind: string,
  family: readonly string[],
  given: readonly string[],
): Generator<string> {
  const known = [family, given].map((words) => words.filter((word) => word !== ''))
  const [last = [], first = []] = known
  if (last.length === 0 || first.length === 0) {
    for (const word of [...last, ...first]) yield `${kind}:${word} `
  }
  for (const a of last) {
    for (const b of first) {
      yield `${kind}:${a} ${b} `
      yield `${kind}:${b} ${a} `
    }
  }
}

/** Names that begin like this: the last word may be unfinished. */
export function nameRange(words: readonly string[]): KeyRange {
  return startingWith(`n:${words.join(' ')}`)
}

/** Names of which these are whole words. */
export function wholeNameRange(words: readonly string[]): KeyRange {
  return startingWith(`n:${words.join(' ')} `)
}

/** `obrien` for `brien`: an O’ whose apostrophe was lost before the name came here; null where it is none. */
export function withLostO(word: string): string | null {
  return /^[b-df-hj-np-tv-z][a-z]{2,}$/.test(word) ? `o${word}` : null
}

/** Names that sound like these words; null where a word has no sound. */
export function soundRange(words: readonly string[]): KeyRange | null {
  const sounds = words.map(soundOf)
  return sounds.includes('') ? null : startingWith(`s:${sounds.join(' ')} `)
}

/** A date of birth, or its beginning: `1947`, `1947-02`. */
export function birthRange(date: string): KeyRange {
  return startingWith(`d:${date}`)
}

/** A postcode with its space, or the part before it. */
export function postcodeRange(postcode: string): KeyRange {
  return startingWith(`p:${postcode.toLowerCase()}${postcode.includes(' ') ? '' : ' '}`)
}

/** The last digits of a telephone number, or all of it. */
export function phoneRange(digits: string): KeyRange {
  return startingWith(`t:${backwards(digits)}`)
}

export function nhsNumberRange(number: string): KeyRange {
  return startingWith(`h:${number}`)
}

/** A reference as we write it (`ALG-7F3K9-2`), complete. */
export function referenceRange(reference: string): KeyRange {
  return startingWith(referenceKey(reference))
}

/** The id that a previous system knew a person by, complete. */
export function previousIdRange(id: string): KeyRange {
  // A space lies before all that an id is made of, so nothing longer stands in between.
  return { from: `i:${bare(id)}`, to: `i:${bare(id)} ` }
}

function referenceKey(reference: string): string {
  return `r:${bare(reference)}`
}

// Keys are made of a-z, 0-9, space, hyphen and colon alone; a tilde lies after all of them.
function startingWith(prefix: string): KeyRange {
  return { from: prefix, to: `${prefix}~` }
}

function backwards(phone: string): string {
  return Array.from(phone.replace(/\D/g, '')).reverse().join('')
}

function bare(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]/g, '')
}
