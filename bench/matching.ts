import { parse } from 'csv-parse/sync'
import { decode } from '#find/import/decode.ts'
import { adultMatchRecord } from '#find/import/match-records.ts'
import { openExtract, readExtract } from '#find/import/read-extract.ts'
import { readFileOf, readFolder } from '#find/import/read-folder.ts'
import { londonClock } from '#platform/lib/dates.ts'
import { findPairs, type ScoredPair } from '#people/matching/find-pairs.ts'

/**
 * How well matching finds people who are in a register twice, against a file that tells the truth:
 * precision and recall of what is joined, what the review list adds, and what it costs in looks.
 *
 *   node bench/matching.ts [FOLDER [TRUTH]]
 *
 * TRUTH has the row's id in its first column and the person's in its second. Without words: the
 * demo county.
 */
const demo = new URL('../data/demo/worcestershire/', import.meta.url).pathname
const [folder = demo, truthPath = `${folder}/truth.csv${folder === demo ? '.gz' : ''}`] =
  process.argv.slice(2)

const persons = readTruth(truthPath)
const files = readFolder(folder)
const started = performance.now()
const { adult_carers } = readExtract(openExtract(files), { today: londonClock.today() })
const rows = adult_carers.flatMap(({ taken }) => taken.map(({ row }) => row))
const read = performance.now()
const pairs = findPairs(rows.map(adultMatchRecord))
const matched = performance.now()

const isTrue = ({ ids: [a, b] }: ScoredPair): boolean =>
  persons.get(a) !== undefined && persons.get(a) === persons.get(b)
const joined = pairs.filter(({ score }) => score.verdict === 'join')
const review = pairs.filter(({ score }) => score.verdict === 'review')
const truths = countTruePairs(rows.map(({ id }) => persons.get(id)))
const right = joined.filter(isTrue).length
const found = right + review.filter(isTrue).length

const lines: readonly (readonly [string, string, string])[] = [
  ['rows of carers', String(rows.length), ''],
  ['true duplicates', String(truths), ''],
  ['joined', String(joined.length), ''],
  ['precision of what is joined', share(right, joined.length), 'at least 0.995'],
  ['recall of what is joined', share(right, truths), 'at least 0.700'],
  ['recall with the review list', share(found, truths), 'at least 0.970'],
  ['reviews for each true duplicate', share(review.length, truths), 'at most 2.000'],
  ['reading the extract, ms', (read - started).toFixed(0), ''],
  ['finding the pairs, ms', (matched - read).toFixed(0), ''],
]
for (const [what, figure, aim] of lines)
  console.log(`${what.padEnd(34)}${figure.padStart(8)}  ${aim}`.trimEnd())

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(4)
}

function readTruth(path: string): ReadonlyMap<string, string> {
  const text = decode(readFileOf(path).bytes)
  if (!text.ok) throw new Error(text.error)
  const truth = parse(text.value.text, { relax_column_count: true, from: 2 })
  return new Map(
    truth.flatMap(([id = '', person = '']) => (person === '' ? [] : [[id, person] as const])),
  )
}

function countTruePairs(people: readonly (string | undefined)[]): number {
  const rowsOf = new Map<string, number>()
  for (const person of people)
    if (person !== undefined) rowsOf.set(person, (rowsOf.get(person) ?? 0) + 1)
  return [...rowsOf.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
}
