import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isoDate } from '#platform/lib/dates.ts'
import { newReference } from '#platform/lib/reference.ts'
import { searchKeys, type Findable } from '#people/persons/search-keys.rules.ts'
import { readSearch, type Search } from './search-box.rules.ts'

const today = isoDate('2018-03-29')

const margaret: Findable = {
  givenName: 'Margaret Anne',
  familyName: 'Tolley',
  knownAs: 'Peg',
  dateOfBirth: '1947-02-03',
  postcode: 'WR5 2NP',
  homePhone: '01632960287',
  mobilePhone: '07700900562',
  nhsNumber: '9990925631',
  reference: newReference(),
  previousIds: ['WAC008634'],
}

const sian: Findable = {
  ...margaret,
  givenName: 'Siân Mary-Lou',
  familyName: "O'Brien-Van der Berg",
  knownAs: null,
}

const all = (terms: Search['terms'], person: Findable): boolean => {
  const keys = searchKeys(person)
  const matches = (term: Search['terms'][number]) =>
    term.some(({ from, to }) => keys.some((key) => key >= from && key < to))
  return terms.length > 0 && terms.every(matches)
}

const finds = (typed: string, person = margaret): 'at once' | 'looser' | 'not' => {
  const search = readSearch(typed, today)
  if (all(search.terms, person)) return 'at once'
  return search.looser.some((terms) => all(terms, person)) ? 'looser' : 'not'
}

const table: readonly [typed: string, found: 'at once' | 'looser' | 'not'][] = [
  ['tolley', 'at once'],
  ['to', 'at once'],
  ['t', 'not'],
  ['m tolley', 'at once'],
  ['t 3/2/1947', 'at once'],
  ['Tolley, Margaret', 'at once'],
  ['margaret tol', 'at once'],
  ['MRS TOLLEY', 'at once'],
  ['peg tolley', 'at once'],
  ['maggie tolley', 'at once'],
  ['tolley maggie', 'at once'],
  ['maggie', 'at once'],
  ['margaret anne tolley', 'at once'],
  ['margaret anne', 'looser'],
  ['margret toly', 'looser'],
  ['tolly', 'looser'],
  ['susan tolley', 'not'],
  ['03/02/1947', 'at once'],
  ['3.2.47', 'at once'],
  ['3 February 1947', 'at once'],
  ['1947-02-03', 'at once'],
  ['tolley 1947', 'at once'],
  ['tolley 3/2/1947', 'at once'],
  ['4/2/1947 tolley', 'not'],
  ['WR5 2NP', 'at once'],
  ['wr52np tolley', 'at once'],
  ['tolley wr5', 'at once'],
  ['tolley wr14', 'not'],
  ['01632 960287', 'at once'],
  ['960 287', 'at once'],
  ['0562', 'at once'],
  ['+44 7700 900562', 'at once'],
  ['999 092 5631', 'at once'],
  ['WAC008634', 'at once'],
  ['wac8634', 'not'],
  [margaret.reference, 'at once'],
  [margaret.reference.toLowerCase().replaceAll('-', ' '), 'at once'],
  [`${margaret.reference} tolley`, 'at once'],
  ['', 'not'],
  ['?!', 'not'],
]

const parts: typeof table = [
  ['sian', 'at once'],
  ['siân', 'at once'],
  ['mary', 'at once'],
  ['lou', 'at once'],
  ["o'brien", 'at once'],
  ['obrien', 'at once'],
  ['brien', 'at once'],
  ['berg', 'at once'],
  ['van der berg', 'looser'],
  ['sian berg', 'at once'],
  ['berg sian', 'at once'],
  ['lou ber', 'at once'],
  ['sian obrien van der berg', 'at once'],
  ['shan', 'not'],
]

for (const [typed, found] of parts) {
  test(`"${typed}" finds Siân O’Brien-Van der Berg by a part of her name: ${found}`, () =>
    assert.equal(finds(typed, sian), found))
}

for (const [typed, found] of table) {
  test(`"${typed}" finds her: ${found}`, () => assert.equal(finds(typed), found))
}

for (const [typed, found] of [
  ['brien', 'at once'],
  ['margaret brien', 'at once'],
  ['brien margaret', 'at once'],
  ['obrien', 'at once'],
  ['brie', 'not'],
] as const) {
  test(`"${typed}" finds Margaret Obrien, whose apostrophe was lost: ${found}`, () =>
    assert.equal(finds(typed, { ...margaret, familyName: 'Obrien' }), found))
}

test('a reference with a slip in it is told of, and looks for nobody', () => {
  const slip = `${margaret.reference.slice(0, -1)}${margaret.reference.endsWith('A') ? 'B' : 'A'}`
  const search = readSearch(slip, today)
  assert.equal(search.terms.length, 0)
  assert.ok(search.doubts[0]?.startsWith('Check the reference'))
})

test('a date that never was is told of, and is not looked for as a year', () => {
  const search = readSearch('tolley 31/02/1947', today)
  assert.deepEqual(search.doubts, ['31/02/1947 is not a real date'])
  assert.equal(search.terms.length, 1)
})

test("a referral's reference is known as one", () => {
  const reference = newReference('REF')
  assert.equal(readSearch(reference.toLowerCase(), today).referral, reference)
  assert.equal(readSearch('tolley', today).referral, null)
})

test('only what belongs to one person leads straight to the record', () => {
  for (const [typed, one] of [
    ['999 092 5631', true],
    ['WAC008634', true],
    [margaret.reference, true],
    ['0562', false],
    ['tolley', false],
    ['tolley WAC008634', false],
  ] as const) {
    assert.equal(readSearch(typed, today).isOnePerson, one, typed)
  }
})

test('the most telling term leads, however it was typed', () => {
  const [first] = readSearch('smith wr5 3/2/1947', today).terms
  assert.equal(first?.[0]?.from, 'd:1947-02-03')
})

test('whatever is typed, reading it ends well and every range is one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      const { terms, looser } = readSearch(typed, today)
      for (const { from, to } of [...terms, ...looser.flat()].flat()) assert.ok(from < to)
    }),
  )
})
