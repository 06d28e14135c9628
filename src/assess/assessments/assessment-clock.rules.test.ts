import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { assessmentClock, type AssessmentClock } from './assessment-clock.rules.ts'

const asked = isoDate('2018-03-01')
const day = (text: string | null): IsoDate | null => (text === null ? null : isoDate(text))

const cases: readonly [string, string | null, string, AssessmentClock['state'], number][] = [
  ['runs until its last day', null, '2018-03-29', 'running', 28],
  ['is overdue the day after', null, '2018-03-30', 'overdue', 29],
  ['is met by a completion on its last day', '2018-03-29', '2018-06-01', 'met', 28],
  ['is missed by a later one, and stops counting there', '2018-04-10', '2018-06-01', 'missed', 40],
]

for (const [name, ended, today, state, days] of cases) {
  test(`the clock ${name}`, () => {
    const clock = assessmentClock({
      askedOn: asked,
      endedOn: day(ended),
      today: isoDate(today),
      targetDays: 28,
    })
    assert.deepEqual(clock, { dueOn: '2018-03-29', days, state })
  })
}

test('there is no clock where nobody knows when it was asked for', () => {
  const clock = assessmentClock({ askedOn: null, endedOn: null, today: asked, targetDays: 28 })
  assert.equal(clock, null)
})
