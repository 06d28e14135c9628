import { inWords } from '#platform/lib/dates.ts'
import type { BirthLikeness } from './birth-likeness.rules.ts'
import type { Found } from './record.ts'
import type { Pair } from './score.rules.ts'

const table: Readonly<Record<BirthLikeness, readonly [points: number, words: string]>> = {
  same: [12, 'Same date of birth'],
  swapped: [8, 'Dates of birth with day and month swapped'],
  year: [7, 'Dates of birth with another year'],
  digit: [7, 'Dates of birth a slip apart'],
  two: [4, 'Dates of birth two slips apart'],
  generation: [1, 'Dates of birth a slip and many years apart'],
  different: [-8, 'Different dates of birth'],
  blank: [0, ''],
}

/** What the dates of birth tell; nothing where one is missing. */
export function birthPart({ a, b }: Pair, likeness: BirthLikeness): Found | null {
  const [one, two] = [a.birth, b.birth]
  if (one === null || two === null) return null
  const [points, words] = table[likeness]
  const days = (): string => (one === two ? inWords(one) : `${inWords(one)} and ${inWords(two)}`)
  return { part: 'Date of birth', points, words: () => `${words}: ${days()}` }
}
