import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  checkAccount,
  type CheckTable,
  readSubstitutes,
  readWeightings,
} from './modulus-check.rules.ts'

function tableOf(lines: string, substitutes: string): CheckTable {
  const read = readWeightings(lines)
  assert.ok(read.ok)
  const pairs = readSubstitutes(substitutes)
  assert.ok(pairs.ok)
  return { weightings: read.value, substitutes: pairs.value }
}

// Weights and accounts of the specification's worked examples; the table itself is not shipped.
const mod10 = '0 0 0 0 0 0 7 1 3 7 1 3 7 1'
const mod11 = '0 0 0 0 0 0 8 7 6 5 4 3 2 1'
const dblal = '2 1 2 1 2 1 2 1 2 1 2 1 2 1'
const table = tableOf(
  `089000 089999 MOD10 ${mod10}
   107999 107999 MOD11 ${mod11}
   118765 118765 DBLAL 0 0 2 1 2 1 2 1 2 1 2 1 2 1 1
   134020 134020 MOD11 0 0 0 7 5 9 8 4 6 3 5 2 0 0 4
   180002 180002 MOD11 ${mod11} 14
   202959 202959 DBLAL ${dblal}
   203000 203000 MOD11 ${mod11} 6
   204000 204000 MOD11 ${mod11} 12
   204000 204000 MOD10 ${mod10} 13
   205000 205000 MOD11 ${mod11}
   205000 205000 DBLAL ${dblal} 3
   206000 206000 MOD11 0 0 0 0 0 1 8 7 6 5 4 3 2 1 7
   207000 207000 MOD10 0 0 0 0 0 1 0 0 0 0 0 0 0 1 8
   938611 938611 MOD11 7 6 5 4 3 2 7 6 5 4 3 2 0 0 5
   938611 938611 DBLAL 2 1 2 1 2 1 2 1 2 1 2 1 2 0 5
   938600 938600 MOD11 7 6 5 4 3 2 7 6 5 4 3 2 0 0 5
   938600 938600 DBLAL 2 1 2 1 2 1 2 1 2 1 2 1 2 0 5`,
  '938600 938611',
)

describe('an account checked against its sort code', () => {
  const cases: readonly [string, string, string, string][] = [
    ['MOD10', '089999', '66374958', 'fits'],
    ['MOD10, a figure wrong', '089999', '66374959', 'does_not_fit'],
    ['MOD11', '107999', '88837491', 'fits'],
    ['MOD11, two figures swapped', '107999', '88834791', 'does_not_fit'],
    ['DBLAL', '202959', '63748472', 'fits'],
    ['DBLAL, a figure wrong', '202959', '63748471', 'does_not_fit'],
    ['exception 1 adds 27', '118765', '64371389', 'fits'],
    ['exception 1, a figure wrong', '118765', '64371388', 'does_not_fit'],
    ['exception 4 has its check in the last two', '134020', '63849203', 'fits'],
    ['exception 4, the last two wrong', '134020', '63849204', 'does_not_fit'],
    ['exception 5 has its checks in the last two', '938611', '07806039', 'fits'],
    ['exception 5, the first check wrong', '938611', '07806029', 'does_not_fit'],
    ['exception 5, the second check wrong', '938611', '07806038', 'does_not_fit'],
    ['exception 5 by the substituted sort code', '938600', '07806039', 'fits'],
    ['exception 6 leaves foreign currencies alone', '203000', '40000011', 'unknown'],
    ['exception 6 checks the others', '203000', '88837491', 'fits'],
    [
      'exception 7 leaves out the beginning where the seventh is 9',
      '206000',
      '99000092',
      'does_not_fit',
    ],
    ['exception 7, the end alone fits', '206000', '99000094', 'fits'],
    ['exception 8 by another sort code', '207000', '00000004', 'fits'],
    ['exceptions 12 and 13, the first fits', '204000', '88837491', 'fits'],
    ['exceptions 12 and 13, the second fits', '204000', '66374958', 'fits'],
    ['exceptions 12 and 13, neither', '204000', '11111112', 'does_not_fit'],
    ['exception 3 spares a third figure of 6 the second check', '205000', '00600008', 'fits'],
    ['exception 3 asks the second check of others', '205000', '00500003', 'does_not_fit'],
    ['exception 14 with a figure too many', '180002', '00000190', 'fits'],
    ['exception 14 without', '180002', '00000193', 'does_not_fit'],
    ['a sort code that is in no line', '999999', '12345678', 'unknown'],
  ]
  for (const [name, sortCode, account, comes] of cases)
    it(name, () => assert.equal(checkAccount(table, sortCode, account), comes))

  it('finds every single wrong figure under weights without a common factor with the modulus', () => {
    const wrong = fc.record({ at: fc.nat(7), add: fc.integer({ min: 1, max: 9 }) })
    fc.assert(
      fc.property(wrong, ({ at, add }) => {
        const figures = '66374958'.split('')
        figures[at] = String((Number(figures[at]) + add) % 10)
        assert.equal(checkAccount(table, '089999', figures.join('')), 'does_not_fit')
      }),
    )
  })
})

describe('a published table', () => {
  const refusals: readonly [string, string, RegExp][] = [
    ['nothing', ' \n', /no weights in it/],
    ['too few weights', '089000 089999 MOD10 1 2 3', /Line 1 is no line of weights/],
    ['another method', `089000 089999 MOD97 ${mod10}`, /Line 1/],
    ['a range turned round', `089999 089000 MOD10 ${mod10}`, /Line 1/],
    ['a spreadsheet', 'from,to,method', /Line 1/],
    [
      'an exception of a later edition',
      `\n089000 089999 MOD10 ${mod10} 15`,
      /Line 2 has exception 15/,
    ],
  ]
  for (const [name, text, words] of refusals) {
    it(`of ${name} is refused`, () => {
      const read = readWeightings(text)
      assert.match(read.ok ? '' : read.error, words)
    })
  }
  it('of substitutes is refused where a line is no pair', () => {
    const read = readSubstitutes('938173 938017\n938289')
    assert.match(read.ok ? '' : read.error, /Line 2/)
    assert.equal(readSubstitutes('').ok, false)
  })
})
