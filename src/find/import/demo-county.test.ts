import { test } from 'node:test'
import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { isoDate } from '#platform/lib/dates.ts'
import { isLeftToDecide } from './demo-county.ts'
import { adultMatchRecord } from './match-records.ts'
import { openFile } from './read-file.ts'
import { openExtract, readDecisions, readExtract } from './read-extract.ts'
import { readFileOf, readFolder } from './read-folder.ts'
import { findPairs } from '#people/matching/find-pairs.ts'
import { joinGroups } from '#people/matching/join-groups.ts'

const folder = fileURLToPath(new URL('../../../data/demo/worcestershire/', import.meta.url))
const extract = readExtract(openExtract(readFolder(folder)), { today: isoDate('2018-03-31') })
const adults = extract.adult_carers.flatMap(({ taken }) => taken.map(({ row }) => row))
const pairs = findPairs(adults.map(adultMatchRecord))

test('of the demo county 53 rows are refused, all of them adults’', () => {
  const refused = (kind: keyof typeof extract): number =>
    kind === 'leftOut' ? 0 : extract[kind].reduce((sum, file) => sum + file.refused.length, 0)
  assert.equal(refused('adult_carers'), 53)
  for (const kind of [
    'young_carers',
    'referrals',
    'assessments',
    'payments',
    'training',
    'sessions',
    'groups',
  ] as const) {
    assert.equal(refused(kind), 0, kind)
  }
})

test('they are refused for what is wrong with them', () => {
  const reasons = new Map<string, number>()
  for (const {
    reasons: [first],
  } of extract.adult_carers[0]?.refused ?? []) {
    reasons.set(first?.field ?? '', (reasons.get(first?.field ?? '') ?? 0) + 1)
  }
  assert.deepEqual(Object.fromEntries(reasons), {
    Name: 10,
    Surname: 1,
    'Date of birth': 17,
    'Date registered': 8,
    Status: 5,
    Row: 5,
    Id: 7,
  })
})

test('with what staff decided before the move, 12,062 adults are on the register on 31 March 2018', () => {
  const decisions = openFile(readFileOf(`${folder}reviewed_pairs.csv.gz`))
  assert.ok(decisions.ok)
  const decided = readDecisions(decisions.value).taken.map(({ row }) => row)
  const { groups } = joinGroups(pairs, decided)
  const keptFor = new Map(
    groups.flatMap((group) => group.map((id) => [id, group[0] ?? id] as const)),
  )
  const active = adults.filter(({ registration }) => registration.state !== 'ended')
  assert.equal(new Set(active.map(({ id }) => keptFor.get(id) ?? id)).size, 12_062)
})

test('two of these decisions are left to whoever tries the demo, and nobody is joined by that', () => {
  const decisions = openFile(readFileOf(`${folder}reviewed_pairs.csv.gz`))
  assert.ok(decisions.ok)
  const decided = readDecisions(decisions.value).taken.map(({ row }) => row)
  const left = decided.filter(isLeftToDecide)
  assert.deepEqual(
    left.map(({ decision }) => decision),
    ['different', 'different'],
  )
  for (const { ids } of left) {
    const pair = pairs.find((each) => each.ids.every((id) => ids.includes(id)))
    assert.equal(pair?.score.verdict, 'review')
  }
  const others = decided.filter((each) => !isLeftToDecide(each))
  assert.deepEqual(joinGroups(pairs, others).groups, joinGroups(pairs, decided).groups)
})

test('without them, what is joined is right and little is left to look at', () => {
  const truth = readFileOf(`${folder}truth.csv.gz`)
  const persons = new Map(
    Buffer.from(truth.bytes)
      .toString()
      .split('\r\n')
      .map((line) => [line.split(',')[0], line.split(',')[1]]),
  )
  const isTrue = ([a, b]: readonly [string, string]): boolean => persons.get(a) === persons.get(b)
  const ids = (verdict: string) =>
    pairs.filter(({ score }) => score.verdict === verdict).map((pair) => pair.ids)
  const [joined, review] = [ids('join'), ids('review')]
  const right = joined.filter(isTrue).length
  assert.ok(right / joined.length >= 0.995)
  assert.ok(right / 418 >= 0.7)
  assert.ok((right + review.filter(isTrue).length) / 418 >= 0.97)
  assert.ok(review.length <= 2 * 418)
})
