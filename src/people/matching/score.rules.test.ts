import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isoDate } from '#platform/lib/dates.ts'
import { ordinary } from './commonness.ts'
import { prepare } from './prepare.ts'
import type { MatchRecord, Score, Verdict } from './record.ts'
import { score } from './score.rules.ts'
import { aName, aRecord } from './testing.ts'

const scored = (a: MatchRecord, b: MatchRecord): Score => score(prepare(a), prepare(b), ordinary)

const moved = { address: '3 Elm Close', postcode: 'WR9 8AA', homePhone: null }
const nobodyElse = { mobilePhone: null, email: null, nhsNumber: null }

const pairs: readonly (readonly [
  what: string,
  a: MatchRecord,
  b: MatchRecord,
  verdict: Verdict,
])[] = [
  [
    'typed again with a nickname',
    aRecord(),
    aRecord({ givenName: 'Peggy', nhsNumber: null }),
    'join',
  ],
  [
    'typed again with a slip in the surname',
    aRecord(nobodyElse),
    aRecord({ ...nobodyElse, familyName: 'Toley' }),
    'join',
  ],
  [
    'born a year later by mistake',
    aRecord(nobodyElse),
    aRecord({ ...nobodyElse, birth: isoDate('1948-07-14') }),
    'join',
  ],
  ['who moved house', aRecord(), aRecord({ ...moved, nhsNumber: null }), 'join'],
  ['who married', aRecord(nobodyElse), aRecord({ ...nobodyElse, familyName: 'Hussain' }), 'join'],
  [
    'with first name and surname swapped',
    aRecord(nobodyElse),
    aRecord({ ...nobodyElse, givenName: 'Tolley', familyName: 'Margaret' }),
    'join',
  ],
  [
    'without a date of birth but with the same mobile',
    aRecord(),
    aRecord({ birth: null, nhsNumber: null, email: null }),
    'join',
  ],
  [
    'husband and wife who care for one parent',
    aRecord({ nhsNumber: null }),
    aRecord({ givenName: 'Brian', gender: 'male', birth: isoDate('1945-02-01'), nhsNumber: null }),
    'review',
  ],
  [
    'sisters of one house',
    aRecord(nobodyElse),
    aRecord({ ...nobodyElse, givenName: 'Susan', birth: isoDate('1950-03-02') }),
    'apart',
  ],
  [
    'mother and daughter of one name in one house',
    aRecord(nobodyElse),
    aRecord({ ...nobodyElse, birth: isoDate('1974-11-02') }),
    'review',
  ],
  [
    'mother and daughter born a generation and no day apart',
    aRecord(nobodyElse),
    aRecord({ ...nobodyElse, birth: isoDate('1974-07-14') }),
    'review',
  ],
  [
    'two of one name in one house, one without a date of birth',
    aRecord(nobodyElse),
    aRecord({ ...nobodyElse, birth: null }),
    'review',
  ],
  ['twins', aRecord(nobodyElse), aRecord({ ...nobodyElse, givenName: 'Susan' }), 'review'],
  ['with two NHS numbers', aRecord(), aRecord({ nhsNumber: '9994953902' }), 'review'],
  ['of whom only one name is known', aName(), aName(), 'apart'],
  [
    'namesakes in two towns',
    aRecord(nobodyElse),
    aRecord({
      ...nobodyElse,
      ...moved,
      birth: isoDate('1961-01-30'),
      caredFor: null,
      gpPractice: null,
    }),
    'apart',
  ],
]
for (const [what, a, b, verdict] of pairs) {
  test(`${verdict}: ${what}`, () =>
    assert.equal(scored(a, b).verdict, verdict, JSON.stringify(scored(a, b))))
}

test('a score is the sum of its parts, each in words', () => {
  const { points, parts } = scored(aRecord(), aRecord({ givenName: 'Peggy' }))
  assert.equal(Math.round(parts.reduce((sum, part) => sum + part.points, 0)), points)
  assert.deepEqual(parts[0], {
    part: 'First name',
    points: 4.5,
    words: 'Forms of one first name: Margaret and Peggy',
  })
  assert.ok(parts.some(({ words }) => words === 'Same date of birth: 14 July 1947'))
})

test('why a pair is not joined is said', () => {
  const { doubts } = scored(
    aRecord(nobodyElse),
    aRecord({ ...nobodyElse, birth: isoDate('1974-11-02') }),
  )
  assert.deepEqual(doubts, [
    'The dates of birth are too far apart for a slip: they may be parent and child',
  ])
})

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })
const of = (...values: readonly string[]) => fc.constantFrom(...values)

const anybody: fc.Arbitrary<MatchRecord> = fc.record({
  id: of('A', 'B'),
  givenName: of('Margaret', 'Maggie', 'Susan', 'Jean', 'Joan', 'M', 'Tolley'),
  familyName: of('Tolley', 'Toley', 'Smith', 'Smith-Tolley', 'Margaret'),
  knownAs: maybe(of('Peg', 'Sue')),
  birth: maybe(
    of('1947-07-14', '1948-07-14', '1974-07-14', '1947-04-07', '1961-01-30').map(isoDate),
  ),
  gender: maybe(of('female', 'male', 'not_known')),
  address: maybe(of('12 Orchard Road', '12 Orchard Rd', '3 Elm Close')),
  postcode: maybe(of('WR5 2NP', 'WR9 8AA')),
  homePhone: maybe(of('01632960287', '01632960000')),
  mobilePhone: maybe(of('07700900562', '07700900000')),
  email: maybe(of('m@example.org', 's@example.org')),
  nhsNumber: maybe(of('9990925631', '9994953902')),
  gpPractice: maybe(of('Davenal House', 'Elgar House')),
  caredFor: maybe(
    fc.record({
      givenName: maybe(of('Brian', 'B')),
      familyName: maybe(of('Tolley')),
      birth: maybe(of('1945-02-01').map(isoDate)),
    }),
  ),
  relationship: maybe(of('parent', 'spouse_partner')),
  conditions: fc.subarray(['dementia', 'stroke']),
})

test('a pair scores the same either way round', () => {
  fc.assert(
    fc.property(anybody, anybody, (a, b) =>
      assert.deepEqual(verdictOf(scored(a, b)), verdictOf(scored(b, a))),
    ),
  )
})

const verdictOf = ({ points, verdict, doubts }: Score) => ({ points, verdict, doubts })

const rank: Readonly<Record<Verdict, number>> = { apart: 0, review: 1, join: 2 }
const evidence = [
  'birth',
  'postcode',
  'homePhone',
  'mobilePhone',
  'email',
  'nhsNumber',
  'gpPractice',
  'caredFor',
] as const

test('more evidence that agrees never makes a pair less likely', () => {
  const whole = aRecord({ address: null })
  fc.assert(
    fc.property(anybody, anybody, fc.constantFrom(...evidence), (a, b, field) => {
      const without = scored({ ...a, [field]: null }, { ...b, [field]: null })
      const withIt = scored({ ...a, [field]: whole[field] }, { ...b, [field]: whole[field] })
      assert.ok(withIt.points >= without.points)
      assert.ok(rank[withIt.verdict] >= rank[without.verdict])
    }),
  )
})
