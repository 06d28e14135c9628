import { test } from 'node:test'
import assert from 'node:assert/strict'
import { dialled } from './plan-words.ts'

const table = [
  ['01632960123', '01632 960123'],
  ['+44 (0)1632 960123', '01632 960123'],
  ['01632960123 after six', '01632960123 after six'],
  ['12345', '12345'],
] as const

for (const [typed, shown] of table) {
  test(`who steps in is rung on ${shown} where ${typed} was typed`, () => {
    assert.equal(dialled(typed), shown)
  })
}
