import { nameWords } from '#platform/lib/names.ts'
import type { PersonSummary } from '#people/persons/person.ts'
import { surnameForms, withLostO } from '#people/persons/search-keys.rules.ts'
import type { Search } from './search-box.rules.ts'

/** A person found, and why where the name typed is not the name shown. */
export type Hit = { readonly person: PersonSummary; readonly why: string | null }

/**
 * People found, the best first: whole words of the name before begun ones, those before names that
 * only sound alike; then by name and date of birth.
 */
export function ranked(people: readonly PersonSummary[], search: Search): readonly Hit[] {
  return people
    .map((person) => ({ person, points: points(person, search.names) }))
    .toSorted((a, b) => b.points - a.points || compare(sortKey(a.person), sortKey(b.person)))
    .map(({ person }) => ({ person, why: why(person, search.names) }))
}

function points(person: PersonSummary, names: readonly string[]): number {
  const words = wordsOf(person)
  return names.reduce((sum, name) => {
    if (words.includes(name)) return sum + 2
    return words.some((word) => begins(word, name)) ? sum + 1 : sum
  }, 0)
}

/** Whether a word of a name begins with what was typed, or is that with its O’ before it. */
const begins = (word: string, name: string): boolean =>
  word.startsWith(name) || word === withLostO(name)

function wordsOf({ givenName, familyName, knownAs }: PersonSummary): readonly string[] {
  return [...nameWords(givenName), ...surnameForms(familyName), ...nameWords(knownAs ?? '')]
}

function why(person: PersonSummary, names: readonly string[]): string | null {
  const words = wordsOf(person)
  const unseen = names.some((name) => !words.some((word) => begins(word, name)))
  if (unseen) return 'a name like it'
  const known = nameWords(person.knownAs ?? '')
  const shown = [...nameWords(person.givenName), ...nameWords(person.familyName)]
  const byKnownAs = names.some(
    (name) =>
      known.some((word) => word.startsWith(name)) && !shown.some((word) => word.startsWith(name)),
  )
  return byKnownAs ? `known as ${person.knownAs}` : null
}

const sortKey = ({ familyName, givenName, dateOfBirth, id }: PersonSummary): string =>
  `${familyName}\n${givenName}\n${dateOfBirth ?? ''}\n${id}`.toLowerCase()

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
