import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nhsNumberFrom, nhsNumberInWords } from './nhs-number.ts'

test('spaces and hyphens are ignored', () => {
  for (const written of ['9990925631', '999 092 5631', '999-092-5631', ' 9990925631 ']) {
    assert.equal(nhsNumberFrom(written), '9990925631')
  }
})

test('a number whose check digit does not fit is none', () => {
  for (const written of ['9990925632', '999092563', '99909256311', '0000000000', 'N/K', '']) {
    assert.equal(nhsNumberFrom(written), null)
  }
})

test('any one wrong digit shows', () => {
  const right = '9990925631'
  fc.assert(
    fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digit = (Number(right.charAt(at)) + by) % 10
      assert.equal(nhsNumberFrom(right.slice(0, at) + String(digit) + right.slice(at + 1)), null)
    }),
  )
})

test('it is read aloud in threes', () => {
  assert.equal(nhsNumberInWords('9990925631'), '999 092 5631')
})
