import { test } from 'node:test'
import assert from 'node:assert/strict'
import { fold } from './fold.ts'
import { isNoName, nameWords, properName, properTitle } from './names.ts'

test('texts fold to the same words whatever their case, accents and punctuation', () => {
  for (const text of ['Spouse/Partner', ' spouse -  partner', 'SPOUSE, PARTNER'])
    assert.equal(fold(text), 'spouse partner')
  assert.equal(fold("Zoë O'Brien-Łukasz & co"), 'zoe obrien lukasz and co')
})

test('a title before a name is no part of it, and a name that is a title is one', () => {
  assert.deepEqual(nameWords('Mrs. Anne-Marie'), ['anne', 'marie'])
  assert.deepEqual(nameWords('Dame'), ['dame'])
})

test('words that stand for no name are none', () => {
  for (const none of ['', '?', 'UNKNOWN', 'n/k', 'Not known', '-', 'tbc'])
    assert.equal(isNoName(none), true)
  for (const name of ['K', 'Na', 'Nolan', 'Anon-Smith', 'Ng']) assert.equal(isNoName(name), false)
})

const written: readonly (readonly [string, string])[] = [
  ['SIMS', 'Sims'],
  [' parkinson ', 'Parkinson'],
  ["O'BRIEN", "O'Brien"],
  ['mcavoy', 'McAvoy'],
  ['anne-marie', 'Anne-Marie'],
  ['McAvoy', 'McAvoy'],
  ['de la Mare', 'de la Mare'],
]
for (const [typed, proper] of written) {
  test(`"${typed}" is written ${proper}`, () => assert.equal(properName(typed), proper))
}

test('a title is written as on an envelope', () => {
  assert.deepEqual(['MRS', 'Mr.', ' dr ', ''].map(properTitle), ['Mrs', 'Mr', 'Dr', null])
})
