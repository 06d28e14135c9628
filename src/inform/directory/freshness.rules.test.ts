import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { freshness } from './freshness.rules.ts'

const today = isoDate('2026-11-22')

const cases: readonly [string | null, string, string][] = [
  [null, 'never', 'Nobody has checked this entry yet. Ring before you go.'],
  ['2026-11-22', 'fresh', 'Checked on 22 November 2026.'],
  ['2025-11-22', 'fresh', 'Checked on 22 November 2025.'],
  [
    '2025-11-21',
    'old',
    'Last checked on 21 November 2025, more than a year ago. Ring before you go.',
  ],
  ['2016-07-01', 'old', 'Last checked on 1 July 2016, more than a year ago. Ring before you go.'],
]

for (const [checkedOn, state, words] of cases) {
  test(`an entry checked on ${checkedOn ?? 'no day'} is ${state}`, () => {
    assert.deepEqual(freshness(checkedOn, today), { state, words })
  })
}
