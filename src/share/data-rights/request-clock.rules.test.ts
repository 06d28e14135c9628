import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { requestClock, type ClockStep } from './request-clock.rules.ts'

const step = (name: string, on: string): ClockStep => ({ step: name, takenOn: isoDate(on) })
const today = isoDate('2026-06-30')

const cases: readonly (readonly [string, string, readonly ClockStep[], string | null])[] = [
  ['one month from the day it came', '2026-05-12', [], '2026-06-12'],
  ['the last day of a shorter month', '2026-01-31', [], '2026-02-28'],
  [
    'where nobody asked who they are, checking does not move it',
    '2026-05-12',
    [step('identity_checked', '2026-05-20')],
    '2026-06-12',
  ],
  ['it waits for identity', '2026-05-12', [step('asked_identity', '2026-05-13')], null],
  [
    'it begins when it is known who asks',
    '2026-05-12',
    [step('asked_identity', '2026-05-13'), step('identity_checked', '2026-05-20')],
    '2026-06-20',
  ],
  [
    'it stands still while clarification is awaited',
    '2026-05-12',
    [step('asked_clarification', '2026-05-15')],
    null,
  ],
  [
    'the days on which it stood still are added',
    '2026-05-12',
    [step('asked_clarification', '2026-05-15'), step('clarified', '2026-05-20')],
    '2026-06-17',
  ],
  [
    'two more months where it is complex',
    '2026-05-12',
    [step('extended', '2026-05-15')],
    '2026-08-12',
  ],
]
for (const [what, came, steps, due] of cases) {
  test(what, () => {
    const clock = requestClock(isoDate(came), steps, today)
    assert.equal(clock.dueOn, due)
    assert.match(clock.because, /UK GDPR/)
  })
}

test('a pause never brings the day nearer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (begin, long) => {
      const came = isoDate('2026-03-02')
      const on = (days: number): IsoDate => addDays(came, days)
      const without = requestClock(came, [], today).dueOn!
      const paused = requestClock(
        came,
        [step('asked_clarification', on(begin)), step('clarified', on(begin + long))],
        today,
      ).dueOn!
      assert.equal(paused, addDays(without, long))
    }),
  )
})
