import { readFileSync } from 'node:fs'
import { z } from 'zod'

const file = new URL('../../../data/names/nicknames.json', import.meta.url)
const { names, spellings } = z
  .object({ names: z.record(z.string(), z.string()), spellings: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(file, 'utf8')))

/** Each name to the spelling that its group goes by: `kathryn` to `catherine`. */
const spelt = new Map(
  spellings.flatMap((group) => {
    const ways = group.split(' ')
    return ways.map((way) => [way, ways[0] ?? way] as const)
  }),
)

/** One spelling for a folded name that has several. */
export const oneSpelling = (name: string): string => spelt.get(name) ?? name

const fullNames = new Map<string, Set<string>>()
for (const [full, forms] of Object.entries(names)) {
  for (const form of forms.split(' ')) {
    // Caroline is not short for Carol: what is a full name itself is no pet form of another.
    if (names[form] !== undefined || spelt.has(form)) continue
    fullNames.set(form, (fullNames.get(form) ?? new Set()).add(oneSpelling(full)))
  }
}

const none: ReadonlySet<string> = new Set()

/** The full names that a folded first name may be short for: `chris` for Christine, Christopher and others. */
export function fullNamesOf(name: string): ReadonlySet<string> {
  return fullNames.get(name) ?? none
}

/** Whether two folded first names are one name: two spellings, one a form of the other, or both forms of a third. */
export function isFormOf(a: string, b: string): boolean {
  const [oneA, oneB] = [oneSpelling(a), oneSpelling(b)]
  if (oneA === oneB) return true
  const [ofA, ofB] = [fullNamesOf(a), fullNamesOf(b)]
  if (ofA.has(oneB) || ofB.has(oneA)) return true
  for (const full of ofA) if (ofB.has(full)) return true
  return false
}

/** Whether two folded first names are two full names of one root (Carol and Caroline, Ann and Annette). */
export function isKin(a: string, b: string): boolean {
  return listed(a, b) || listed(b, a)
}

const forms = new Map(
  Object.entries(names).map(([full, words]) => [full, new Set(words.split(' '))]),
)
const listed = (full: string, form: string): boolean => forms.get(full)?.has(form) === true
