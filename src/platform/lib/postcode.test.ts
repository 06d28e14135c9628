import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { outwardPart, postcodeFrom, postcodeSector } from './postcode.ts'

const cases: readonly (readonly [written: string, read: string | null])[] = [
  ['WR5 2NP', 'WR5 2NP'],
  [' wr52np ', 'WR5 2NP'],
  ['LE1  1AA', 'LE1 1AA'],
  ['le15.6hp', 'LE15 6HP'],
  ['EC1A 1BB', 'EC1A 1BB'],
  ['W1A 0AX', 'W1A 0AX'],
  ['WR5 O2P', null],
  ['WR5 ONP', 'WR5 0NP'],
  ['B61 lAA', 'B61 1AA'],
  ['GIR 0AA', 'GIR 0AA'],
  ['WR5', null],
  ['WR5 2NPX', null],
  ['2NP WR5', null],
  ['', null],
  ['unknown', null],
]

for (const [written, read] of cases) {
  test(`"${written}" is ${read ?? 'no postcode'}`, () => assert.equal(postcodeFrom(written), read))
}

test('the parts of a postcode', () => {
  const postcode = postcodeFrom('WR14 2JU')
  assert.ok(postcode)
  assert.equal(outwardPart(postcode), 'WR14')
  assert.equal(postcodeSector(postcode), 'WR14 2')
})

test('what was read once reads the same again, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 10 }), (text) => {
      const once = postcodeFrom(text)
      assert.equal(once === null ? null : postcodeFrom(once), once)
    }),
  )
})
