import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { carerCodes, isCarerCode, termOf } from './carer-codes.ts'
import { changesOf, type Flagged, hasChanges, suppressed } from './practice-list.rules.ts'

const flagged = (personId: string, ...codes: string[]): Flagged => ({
  personId,
  givenName: 'Ann',
  familyName: personId,
  dateOfBirth: null,
  nhsNumber: null,
  codes,
})

const ids = (people: readonly Flagged[]): string => people.map(({ personId }) => personId).join()

test('who is new is added, who is gone is ended, whose codes differ is changed', () => {
  const changes = changesOf(
    [flagged('a', '1'), flagged('b', '1', '2'), flagged('c', '1')],
    [flagged('b', '1'), flagged('c', '1'), flagged('d', '1')],
  )
  assert.deepEqual([changes.added, changes.changed, changes.ended, changes.same].map(ids), [
    'a',
    'b',
    'd',
    'c',
  ])
  assert.deepEqual(changes.changed[0]?.before, ['1'])
})

const people = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      codes: fc.uniqueArray(fc.constantFrom('1', '2', '3')),
    }),
    { selector: ({ id }) => id },
  )
  .map((some) => some.map(({ id, codes }) => flagged(id, ...codes)))

test('everybody is in exactly one part, and a list against itself has no changes', () => {
  fc.assert(
    fc.property(people, people, (today, told) => {
      const { added, changed, ended, same } = changesOf(today, told)
      const parts = [added, changed, ended, same].flat().map(({ personId }) => personId)
      assert.equal(new Set(parts).size, parts.length)
      assert.deepEqual(new Set(parts), new Set([...today, ...told].map(({ personId }) => personId)))
      assert.equal(hasChanges(changesOf(today, today)), false)
    }),
  )
})

test('the order of codes is no change', () => {
  assert.equal(hasChanges(changesOf([flagged('a', '1', '2')], [flagged('a', '2', '1')])), false)
})

for (const [count, shown] of [
  [0, 0],
  [1, 'fewer than 5'],
  [4, 'fewer than 5'],
  [5, 5],
  [312, 312],
] as const) {
  test(`${count} is shown as ${shown}`, () => assert.equal(suppressed(count), shown))
}

test('a carer has "is a carer" first, and each code of the conditions once', () => {
  assert.deepEqual(carerCodes([]), [isCarerCode.code])
  assert.deepEqual(carerCodes(['stroke', 'dementia', 'heart', 'frailty']), [
    '224484003',
    '413760003',
    '824401000000105',
  ])
  assert.equal(termOf('824401000000105'), 'Carer of person with dementia')
})

/** Verhoeff's check over the dihedral group of ten, as SNOMED CT identifiers end with it. */
function passesVerhoeff(code: string): boolean {
  const step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
  const times = (a: number, b: number): number =>
    a < 5
      ? b < 5
        ? (a + b) % 5
        : ((a + b) % 5) + 5
      : b < 5
        ? ((a - b + 5) % 5) + 5
        : (a - b + 5) % 5
  let check = 0
  for (const [place, digit] of code.split('').toReversed().entries()) {
    let value = Number(digit)
    for (let turn = 0; turn < place % 8; turn += 1) value = step[value]!
    check = times(check, value)
  }
  return check === 0
}

test('every clinical code that we ship passes the check digit of SNOMED CT', () => {
  const text = readFileSync(
    new URL('../../../data/clinical/carer-codes.json', import.meta.url),
    'utf8',
  )
  const codes = [...text.matchAll(/"code": "(\d+)"/g)].map(([, code]) => code!)
  assert.ok(codes.length > 10)
  assert.deepEqual(
    codes.filter((code) => !passesVerhoeff(code)),
    [],
  )
  assert.equal(passesVerhoeff('224484004'), false)
})
