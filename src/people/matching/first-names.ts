import { readFileSync } from 'node:fs'
import { fullNamesOf } from './nicknames.ts'

const file = new URL('../../../data/names/first-names.txt', import.meta.url)
const known = new Set(readFileSync(file, 'utf8').split('\n'))

/**
 * Whether a folded word is a first name that people bear, so that it is hardly a slip for another:
 * Jean and Joan are two people, Jean and Jaen are not.
 */
export function isFirstName(word: string): boolean {
  return known.has(word) || fullNamesOf(word).size > 0
}
