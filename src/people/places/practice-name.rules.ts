// Which practice of the register somebody meant who wrote its name: registers of carers hold it as
// free text ("Wolverley Surgery"), published counts by its ODS code.

import { fold } from '#platform/lib/fold.ts'
import type { NamedPractice } from './establishments.sql.ts'

/** Words that most practices' names share: they tell none from another. */
const common = new Set(
  'a and centre center dr drs doctors doctor gp group health house medical of partners partnership practice surgery surgeries the'.split(
    ' ',
  ),
)

const tellingWords = (name: string): readonly string[] =>
  fold(name)
    .split(' ')
    .filter((word) => word !== '' && !common.has(word))

/** Finds a practice's code by what somebody wrote; null where none or several fit equally well. */
export type PracticeFinder = (written: string) => string | null

/** Made once for a register of practices: by code, by the whole name, by the words that tell it, by those and its town. */
export function practiceFinder(practices: readonly NamedPractice[]): PracticeFinder {
  const codes = new Set(practices.map(({ code }) => code))
  const byName = grouped(practices, ({ name }) => fold(name))
  const byWords = grouped(practices, ({ name }) => tellingWords(name).toSorted().join(' '))
  const words = practices.map(({ code, name, town }) => ({
    code,
    words: tellingWords(name),
    town: new Set(fold(town ?? '').split(' ')),
  }))
  return (written) => {
    const code = written.trim().toUpperCase()
    if (codes.has(code)) return code
    const told = tellingWords(written)
    if (told.length === 0) return only(byName.get(fold(written)))
    return (
      only(byName.get(fold(written))) ??
      only(byWords.get(told.toSorted().join(' '))) ??
      only(words.filter((each) => isWithin(told, each)).map(({ code: found }) => found))
    )
  }
}

/** Every telling word written is one of the practice's or its town's, and at least one is its name's. */
function isWithin(
  told: readonly string[],
  of: { readonly words: readonly string[]; readonly town: ReadonlySet<string> },
): boolean {
  return (
    told.some((word) => of.words.includes(word)) &&
    told.every((word) => of.words.includes(word) || of.town.has(word))
  )
}

function grouped(
  practices: readonly NamedPractice[],
  key: (practice: NamedPractice) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const practice of practices) {
    const at = key(practice)
    groups.set(at, [...(groups.get(at) ?? []), practice.code])
  }
  return groups
}

const only = (codes: readonly string[] | undefined): string | null =>
  codes?.length === 1 ? codes[0]! : null
