import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { addDays, isoDate, londonDay } from '#platform/lib/dates.ts'
import { momentOf, timeFrom } from './moment.rules.ts'

const times: readonly [typed: string, read: string | null][] = [
  ['14:30', '14:30'],
  ['1430', '14:30'],
  ['2.30pm', '14:30'],
  ['2:30 PM', '14:30'],
  ['9am', '9:0'],
  ['12am', '0:0'],
  ['12pm', '12:0'],
  ['0:05', '0:5'],
  ['3', null],
  ['13pm', null],
  ['25:00', null],
  ['10:75', null],
  ['after lunch', null],
  ['', null],
]

for (const [typed, read] of times) {
  test(`"${typed}" is ${read ?? 'no time'}`, () => {
    const time = timeFrom(typed)
    assert.equal(time === null ? null : `${time.hour}:${time.minute}`, read)
  })
}

const now = { today: isoDate('2018-03-29'), at: '2018-03-29T09:41:00Z' }

const moments: readonly [name: string, day: string, time: string, at: string][] = [
  ['today without a time is now', '2018-03-29', '', '2018-03-29T09:41:00Z'],
  ['an hour of winter is the same in UTC', '2018-02-01', '14:30', '2018-02-01T14:30:00Z'],
  ['an hour of summer is one earlier in UTC', '2018-03-27', '14:30', '2018-03-27T13:30:00Z'],
  ['another day without a time is its noon', '2018-03-27', '', '2018-03-27T11:00:00Z'],
]

for (const [name, day, time, at] of moments) {
  test(name, () => assert.equal(momentOf(isoDate(day), timeFrom(time), now), at))
}

test('whatever the day and the hour, the moment falls on that day in London', () => {
  const hour = fc.integer({ min: 0, max: 23 })
  const minute = fc.integer({ min: 0, max: 59 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), hour, minute, (days, h, m) => {
      const day = addDays(isoDate('2014-01-01'), days)
      assert.equal(londonDay(momentOf(day, { hour: h, minute: m }, now)), day)
    }),
  )
})
