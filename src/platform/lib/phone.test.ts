import { test } from 'node:test'
import assert from 'node:assert/strict'
import { isMobile, lastDigits, phoneFrom, phoneInWords } from './phone.ts'

const cases: readonly (readonly [written: string, read: string | null])[] = [
  ['01632 960287', '01632960287'],
  ['(01632) 960-287', '01632960287'],
  ['+44 (0)1632 960287', '01632960287'],
  ['+441632960287', '01632960287'],
  ['0044 7700 900562', '07700900562'],
  ['7700900562', '07700900562'],
  ['07700 900562 (daughter)', '07700900562'],
  ['01632 960287 / 07700 900562', '01632960287'],
  ['none or 07700 900562', '07700900562'],
  ['+48 22 123 45 67', '+48221234567'],
  ['0116 4960 123', '01164960123'],
  ['7.7009E+09', null],
  ['960287', null],
  ['ask son', null],
  ['', null],
]

for (const [written, read] of cases) {
  test(`"${written}" is ${read ?? 'no telephone number'}`, () =>
    assert.equal(phoneFrom(written), read))
}

test('mobiles can be texted, pagers and personal numbers cannot', () => {
  assert.deepEqual(['07700900562', '07655123456', '07012345678', '01632960287'].map(isMobile), [
    true,
    false,
    false,
    false,
  ])
})

test('numbers are written in groups and looked up by their end', () => {
  assert.equal(phoneInWords('01632960287'), '01632 960287')
  assert.equal(phoneInWords('02079460123'), '020 7946 0123')
  assert.equal(lastDigits('01632960287'), '960287')
})
