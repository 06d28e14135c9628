import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { crisisDays } from './crisis-days.rules.ts'

const on = (...days: number[]): IsoDate[] =>
  days.map((day) => isoDate(`2018-04-${String(day).padStart(2, '0')}`))
const day = (of: number): IsoDate => on(of)[0]!

for (const [name, of, expected] of [
  ['just begun', { lookedInOn: on(), closedOn: null, today: day(3) }, '4 to_come, 5 to_come'],
  [
    'on its first day',
    { lookedInOn: on(), closedOn: null, today: day(4) },
    '4 due, 5 to_come, 6 to_come',
  ],
  [
    'with a day missed',
    { lookedInOn: on(4, 6), closedOn: null, today: day(6) },
    '4 looked_in, 5 missed, 6 looked_in, 7 to_come, 8 to_come',
  ],
  [
    'stood down',
    { lookedInOn: on(4, 6), closedOn: day(6), today: day(20) },
    '4 looked_in, 5 missed, 6 looked_in',
  ],
  [
    'looked in on the same day',
    { lookedInOn: on(3), closedOn: day(3), today: day(3) },
    '3 looked_in',
  ],
  [
    'written down late',
    { lookedInOn: on(), closedOn: null, today: day(5) },
    '4 missed, 5 due, 6 to_come, 7 to_come',
  ],
] as const) {
  test(`the days of a crisis of 3 April, ${name}`, () => {
    const days = crisisDays({ heldOn: day(3), ...of })
    assert.equal(
      days.map((each) => `${Number(each.on.slice(8))} ${each.state}`).join(', '),
      expected,
    )
  })
}
