import { fold } from '#platform/lib/fold.ts'
import { editDistance } from '#platform/lib/edit-distance.ts'
import type { Field } from './headings.ts'

/** Shortened words of headings, written out. */
const abbreviations: Readonly<Record<string, string>> = {
  dob: 'date of birth', tel: 'phone', telephone: 'phone', ph: 'phone', mob: 'mobile', addr: 'address', add: 'address',
  no: 'number', num: 'number', nr: 'number', ref: 'reference', reg: 'registered', cf: 'cared for', cfp: 'cared for',
  caree: 'cared for', fname: 'first name', forename: 'first name', forenames: 'first name', firstname: 'first name',
  surname: 'last name', sname: 'last name', lname: 'last name', lastname: 'last name', family: 'last', yc: 'young carer',
  hrs: 'hours', pcode: 'postcode', dt: 'date', gender: 'sex', ethnicity: 'ethnic group', practice: 'surgery', gp: 'surgery',
  id: 'reference', identifier: 'reference', registration: 'registered', closure: 'closed', ended: 'closed', joined: 'registered',
} // prettier-ignore

const filler = new Set([
  'of',
  'the',
  'a',
  'in',
  'on',
  'to',
  'for',
  'is',
  'dd',
  'mm',
  'yyyy',
  'yy',
  'please',
  'if',
  'known',
])

/** The words that carry a heading's meaning, abbreviations written out: `DOB (dd/mm/yyyy)` is `date birth`. */
export function headingWords(heading: string): ReadonlySet<string> {
  const spaced = heading.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' ')
  const written = fold(spaced)
    .split(' ')
    .map((word) => abbreviations[word] ?? word)
    .join(' ')
  const words = written.split(' ')
  const kept = words.filter((word) => !filler.has(word) && word !== '')
  // "Cared for …" must stay apart from the carer's own columns.
  return new Set(
    words.join(' ').includes('cared for')
      ? ['caredfor', ...kept.filter((word) => word !== 'cared')]
      : kept,
  )
}

type Known = { readonly joined: string; readonly words: ReadonlySet<string> }
type Prepared = { readonly exact: ReadonlyMap<string, number>; readonly known: readonly Known[] }
const prepared = new WeakMap<Field, Prepared>()

function prepare(field: Field): Prepared {
  const ready = prepared.get(field)
  if (ready !== undefined) return ready
  const headings = [field.label, ...field.also, field.id]
  const made = {
    exact: new Map(headings.map((heading, place) => [joinedUp(heading), place] as const).reverse()),
    known: headings.map((heading) => ({ joined: joinedUp(heading), words: headingWords(heading) })),
  }
  prepared.set(field, made)
  return made
}

/** A heading without its spaces, case and punctuation: `Post_code` and `PostCode` are one. */
const joinedUp = (heading: string): string => fold(heading.replace(/_/g, ' ')).replaceAll(' ', '')

/** How surely a heading that is known letter for letter means a field: 1000 for the first in its list, then less. */
export function exactScore(heading: string, field: Field): number {
  const place = prepare(field).exact.get(joinedUp(heading))
  return place === undefined ? 0 : 1000 - place
}

/** How surely a heading that is not known means a field: one with a slip of the keyboard, or most words alike. */
export function likelyScore(heading: string, field: Field): number {
  const joined = joinedUp(heading)
  if (joined === '') return 0
  const words = headingWords(heading)
  return prepare(field).known.reduce(
    (best, known, place) => Math.max(best, scoreOf({ joined, words }, known, place)),
    0,
  )
}

function scoreOf(asked: Known, known: Known, place: number): number {
  if (known.joined.length >= 6 && editDistance(known.joined, asked.joined, 1) === 1)
    return 700 - place
  let shared = 0
  for (const word of known.words) if (asked.words.has(word)) shared += 1
  const likeness = shared / (known.words.size + asked.words.size - shared)
  return likeness >= 0.6 ? Math.round(600 * likeness) - place : 0
}
