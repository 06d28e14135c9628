import { test } from 'node:test'
import assert from 'node:assert/strict'
import { isoDate } from '#platform/lib/dates.ts'
import { birthLikeness } from './birth-likeness.rules.ts'
import {
  bestGivenLikeness,
  familyLikeness,
  givenLikeness,
  namesSwapped,
} from './name-likeness.rules.ts'
import { houseOf, prepare } from './prepare.ts'
import { aRecord } from './testing.ts'

const given: readonly (readonly [a: string, b: string, likeness: string])[] = [
  ['margaret', 'margaret', 'same'],
  ['maggie', 'margaret', 'form'],
  ['peggy', 'maggie', 'form'],
  ['katherine', 'catherine', 'form'],
  ['bill', 'william', 'form'],
  ['megaan', 'megan', 'slip'],
  ['jonh', 'john', 'slip'],
  ['m', 'margaret', 'initial'],
  ['jean', 'joan', 'close'],
  ['carol', 'caroline', 'close'],
  ['paul', 'paula', 'close'],
  ['susan', 'margaret', 'different'],
  ['b', 'margaret', 'different'],
  ['', 'margaret', 'blank'],
]
for (const [a, b, likeness] of given) {
  test(`the first names ${a || 'nothing'} and ${b} are ${likeness}, either way round`, () => {
    assert.equal(givenLikeness(a, b), likeness)
    assert.equal(givenLikeness(b, a), likeness)
  })
}

const family: readonly (readonly [a: string, b: string, likeness: string])[] = [
  ['Smith', 'SMITH', 'same'],
  ["O'Brien", 'OBrien', 'same'],
  ['Smith-Jones', 'Smith Jones', 'same'],
  ['Smith', 'Smith-Jones', 'part'],
  ['Taylr', 'Taylor', 'slip'],
  ['Clark', 'Clarke', 'slip'],
  ['Woods', 'Kaur', 'different'],
]
for (const [a, b, likeness] of family) {
  test(`the surnames ${a} and ${b} are ${likeness}, either way round`, () => {
    const [one, two] = [a, b].map((familyName) => prepare(aRecord({ familyName })))
    assert.ok(one && two)
    assert.equal(familyLikeness(one, two), likeness)
    assert.equal(familyLikeness(two, one), likeness)
  })
}

test('a middle name or the name gone by may be the other record’s first name', () => {
  const one = prepare(aRecord({ givenName: 'Ann Margaret' }))
  const two = prepare(aRecord({ givenName: 'Margaret' }))
  const three = prepare(aRecord({ givenName: 'Ann', knownAs: 'Peggy' }))
  assert.equal(bestGivenLikeness(one, two), 'form')
  assert.equal(bestGivenLikeness(two, three), 'form')
})

test('a first name and a surname in each other’s place are seen', () => {
  const right = prepare(aRecord({ givenName: 'Anita', familyName: 'Khan' }))
  const wrong = prepare(aRecord({ givenName: 'Khan', familyName: 'Anita' }))
  assert.equal(namesSwapped(right, wrong), true)
  assert.equal(namesSwapped(right, right), false)
})

const births: readonly (readonly [a: string, b: string, likeness: string])[] = [
  ['1947-07-14', '1947-07-14', 'same'],
  ['1947-07-04', '1947-04-07', 'swapped'],
  ['1947-07-14', '1948-07-14', 'year'],
  ['1947-07-14', '1957-07-14', 'year'],
  ['1956-07-14', '1965-07-14', 'year'],
  ['1947-07-14', '1947-07-15', 'digit'],
  ['1947-07-14', '1947-07-41'.replace('41', '24'), 'digit'],
  ['1947-07-14', '1947-08-14', 'digit'],
  ['1947-07-31', '1957-07-28', 'two'],
  ['1940-04-01', '1970-04-01', 'generation'],
  ['1947-07-14', '1974-07-14', 'generation'],
  ['1947-07-14', '1951-03-02', 'different'],
]
for (const [a, b, likeness] of births) {
  test(`the dates of birth ${a} and ${b} are ${likeness}, either way round`, () => {
    assert.equal(birthLikeness(isoDate(a), isoDate(b)), likeness)
    assert.equal(birthLikeness(isoDate(b), isoDate(a)), likeness)
  })
}

test('a missing date of birth tells nothing', () => {
  assert.equal(birthLikeness(null, isoDate('1947-07-14')), 'blank')
})

test('an address is one however its street is shortened', () => {
  assert.equal(houseOf('12, Orchard Road'), houseOf('12 ORCHARD RD.'))
  assert.notEqual(houseOf('12 Orchard Road'), houseOf('14 Orchard Road'))
})
