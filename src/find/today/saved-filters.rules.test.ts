import { test } from 'node:test'
import assert from 'node:assert/strict'
import { keptAddress } from './saved-filters.rules.ts'

const table: readonly [given: string, kept: string | null][] = [
  ['/today?show=review', '/today?show=review'],
  ['/waiting?for=first-talk&page=3', '/waiting?for=first-talk'],
  ['/my-carers?page=2', '/my-carers'],
  ['/carers/1', null],
  ['https://example.org/today', null],
  ['//example.org', null],
  ['/today#x', null],
  ['', null],
  [`/today?show=${'x'.repeat(600)}`, null],
]

for (const [given, kept] of table) {
  test(`"${given.slice(0, 40)}" is kept as ${kept ?? 'nothing'}`, () => {
    assert.equal(keptAddress(given), kept)
  })
}
