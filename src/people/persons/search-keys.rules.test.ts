import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isNoName } from '#platform/lib/names.ts'
import {
  birthRange,
  type Findable,
  type KeyRange,
  nameRange,
  nhsNumberRange,
  phoneRange,
  postcodeRange,
  previousIdRange,
  referenceRange,
  searchKeys,
  soundRange,
  wholeNameRange,
} from './search-keys.rules.ts'

const margaret: Findable = {
  givenName: 'Margaret Anne',
  familyName: "O'Tolley-Price",
  knownAs: 'Peg',
  dateOfBirth: '1947-02-03',
  postcode: 'WR5 2NP',
  homePhone: '01632960287',
  mobilePhone: '07700900562',
  nhsNumber: '9990925631',
  reference: 'ALG-7F3K9-2',
  previousIds: ['WAC008634', 'YSS-00054'],
}

const finds = (range: KeyRange | null, person: Findable = margaret): boolean =>
  range !== null && searchKeys(person).some((key) => key >= range.from && key < range.to)

const found: readonly [how: string, range: KeyRange | null][] = [
  ['a family name', nameRange(['otolley'])],
  ['the beginning of a family name', nameRange(['otol'])],
  ['the second part of a double name', nameRange(['price'])],
  ['a double name written as one', nameRange(['otolleyprice'])],
  ['a double name and a given name', nameRange(['otolley', 'price', 'marg'])],
  ['a given name', nameRange(['margaret'])],
  ['a second given name', nameRange(['anne', 'price'])],
  ['both names, family name first', nameRange(['otolley', 'marg'])],
  ['both names, given name first, unfinished', nameRange(['margaret', 'oto'])],
  ['a known-as name', nameRange(['peg', 'otolley'])],
  ['whole words only', wholeNameRange(['margaret', 'price'])],
  ['sound-alike names', soundRange(['margret', 'otollyprise'])],
  ['what follows an apostrophe', nameRange(['tolley'])],
  ['what follows an apostrophe, after the given name', nameRange(['margaret', 'tol'])],
  ['a name with an apostrophe typed with a space', nameRange(['o', 'tolley'])],
  ['the sound of what follows an apostrophe', soundRange(['margret', 'tolly'])],
  ['the sound of one part of a double name', soundRange(['pryce'])],
  ['a date of birth', birthRange('1947-02-03')],
  ['a year of birth', birthRange('1947')],
  ['a postcode', postcodeRange('WR5 2NP')],
  ['the first part of a postcode', postcodeRange('WR5')],
  ['a whole telephone number', phoneRange('01632 960287')],
  ['the last digits of a mobile number', phoneRange('0562')],
  ['an NHS number', nhsNumberRange('9990925631')],
  ['a reference', referenceRange('ALG-7F3K9-2')],
  ['the id of a previous system', previousIdRange('wac008634')],
  ['the id of another previous system, written otherwise', previousIdRange('YSS00054')],
]

for (const [how, range] of found) {
  test(`a person is found by ${how}`, () => assert.ok(finds(range)))
}

const surnames: readonly [written: string, typed: readonly string[]][] = [
  ['O’Brien', ['brien', 'obrien', 'o brien']],
  ['O`Brien', ['brien']],
  ["D'Souza", ['souza', 'dsouza']],
  ["M'Bow", ['bow', 'mbow']],
  ["Dell'Acqua", ['acqua', 'dellacqua']],
  ["Smith-O'Neill", ['neill', 'smith', 'oneill', 'smith oneill']],
  ['de la Cruz', ['cruz', 'la cruz', 'lacruz', 'delacruz', 'de la cruz', 'de']],
  ['van der Berg', ['berg', 'vanderberg', 'der berg', 'derberg']],
  ['Smythe-Jones', ['smythe', 'jones', 'smythe jones', 'smythejones']],
  ["Peters'", ['peters']],
]

for (const [written, typed] of surnames) {
  test(`${written} is found as ${typed.join(', ')}`, () => {
    const person = { ...margaret, familyName: written, knownAs: null }
    for (const words of typed) {
      assert.ok(finds(wholeNameRange(words.split(' ')), person), words)
      assert.ok(finds(nameRange(['margaret', ...words.split(' ')]), person), words)
    }
  })
}

const sounds: readonly [written: string, typed: string, found: boolean][] = [
  ["O'Neill", 'neal', true],
  ["M'Bow", 'boe', true],
  ['Smythe-Jones', 'smith', true],
  ['van der Bergh', 'burg', true],
  ['van der Bergh', 'van', false],
  ['de la Cruz', 'la', false],
  ['Tolley', 'tolly', true],
]

for (const [written, typed, found] of sounds) {
  test(`${written} is ${found ? '' : 'not '}found by the sound of ${typed}`, () => {
    const person = { ...margaret, familyName: written, knownAs: null }
    assert.equal(finds(soundRange([typed]), person), found)
  })
}

const missed: readonly [how: string, range: KeyRange | null][] = [
  ['half a name asked for whole', wholeNameRange(['otol'])],
  ['another given name with the right family name', nameRange(['otolley', 'susan'])],
  ['the first digits of a telephone number', phoneRange('01632')],
  ['a postcode district of which theirs is only the beginning', postcodeRange('WR')],
  ['a longer id that begins with theirs', previousIdRange('WAC0086345')],
  ['a shorter id that theirs begins with', previousIdRange('WAC00863')],
]

for (const [how, range] of missed) {
  test(`a person is not found by ${how}`, () => assert.ok(!finds(range)))
}

test('a name that is not known makes no key, the other one stands alone', () => {
  const keys = searchKeys({ ...margaret, familyName: 'Unknown', givenName: 'Ann', knownAs: null })
  assert.deepEqual(
    keys.filter((key) => /^[ns]:/.test(key)),
    ['n:ann ', 's:an '],
  )
})

test('someone of whom only the reference is known has that one key', () => {
  const nobody = { ...margaret, givenName: '?', familyName: '?', knownAs: null, dateOfBirth: null }
  const bare = { ...nobody, postcode: null, homePhone: null, mobilePhone: null, nhsNumber: null }
  assert.deepEqual(searchKeys({ ...bare, previousIds: [] }), ['r:alg7f3k92'])
})

const name = fc.stringMatching(/^[A-Za-z' -]{0,12}$/)

test('keys are each once and hold nothing that sorts after a tilde', () => {
  fc.assert(
    fc.property(name, name, fc.option(name), (givenName, familyName, knownAs) => {
      const keys = searchKeys({ ...margaret, givenName, familyName, knownAs })
      assert.equal(new Set(keys).size, keys.length)
      for (const key of keys) assert.match(key, /^[nsdpthri]:[a-z0-9 -]+$/)
    }),
  )
})

test('whoever has two whole names is found by them in either order', () => {
  const word = fc.stringMatching(/^[a-w]{3,9}$/).filter((text) => !isNoName(text))
  fc.assert(
    fc.property(word, word, (givenName, familyName) => {
      const person = { ...margaret, givenName, familyName, knownAs: null }
      assert.ok(finds(wholeNameRange([givenName, familyName]), person))
      assert.ok(finds(wholeNameRange([familyName, givenName]), person))
    }),
  )
})
