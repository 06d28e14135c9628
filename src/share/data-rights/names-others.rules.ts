// UK GDPR article 15(4) and Data Protection Act 2018, schedule 2, paragraph 16 (in force from 25 May
// 2018; from memory, to be checked): what tells of somebody else goes out only where they agree or
// where it is reasonable without. So whatever may name or concern others is set aside for a decision.
import held from '../../../data/rights/held.json' with { type: 'json' }
import { fold } from '#platform/lib/fold.ts'

export type Statement = {
  readonly tableName: string
  readonly lies: string
  readonly said: Readonly<Record<string, unknown>>
  readonly changes: readonly { readonly before?: Readonly<Record<string, unknown>> | undefined }[]
}

const kin =
  /\b(husband|wife|partner|mother|mum|father|dad|son|daughter|sister|brother|aunt|uncle|niece|nephew|cousin|parents?|child(ren)?|grand(mother|father|son|daughter|parents?|child(ren)?)|neighbours?|friends?|step(son|daughter|mother|father))\b/i
const titled = /\b(Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]/

/** Why a statement is set aside for somebody to decide on, or null where it may go out as it is. */
export function whySetAside(statement: Statement, othersNames: readonly string[]): string | null {
  if (statement.lies === 'other') return 'It stands in somebody else’s record'
  if (statement.said['withheld'] === true) return 'Whoever wrote it kept it from the person'
  if (held.others.includes(statement.tableName)) return 'Such rows are about somebody else as well'
  const words = textIn([statement.said, ...statement.changes.map(({ before }) => before)])
  const folded = ` ${fold(words)} `
  if (othersNames.some((name) => folded.includes(` ${fold(name)} `)))
    return 'It names somebody whom the register links with the person'
  if (kin.test(words)) return 'It tells of family, a friend or a neighbour'
  if (titled.test(words)) return 'It seems to name somebody'
  return null
}

/** All text in a value, however deep, in one. Codes of one lower-case word and numbers are no statements. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return /^[a-z_]+$/.test(value) ? '' : value
  if (Array.isArray(value)) return value.map(textIn).join(' ')
  if (typeof value === 'object' && value !== null) return Object.values(value).map(textIn).join(' ')
  return ''
}
