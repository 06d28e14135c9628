import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { checkInState, nextCheckIn } from './check-in.rules.ts'

test('somebody looks in the next day, on a Saturday and over the end of a year too', () => {
  assert.equal(nextCheckIn(isoDate('2018-03-30')), '2018-03-31')
  assert.equal(nextCheckIn(isoDate('2018-12-31')), '2019-01-01')
})

for (const [today, state, daysLate] of [
  ['2018-04-02', 'to_come', 0],
  ['2018-04-03', 'due', 0],
  ['2018-04-04', 'late', 1],
  ['2018-04-10', 'late', 7],
] as const) {
  test(`a check-in of 3 April is ${state} on ${today}`, () => {
    assert.deepEqual(checkInState(isoDate('2018-04-03'), isoDate(today)), { state, daysLate })
  })
}
