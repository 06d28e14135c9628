import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isoDate } from '#platform/lib/dates.ts'
import { dateAsWritten } from './dates-as-written.rules.ts'

const today = isoDate('2018-03-31')
const read = (written: string, latest = today): string => {
  const answer = dateAsWritten(written, latest)
  return answer.is === 'date' ? answer.date : answer.is
}

const cases: readonly (readonly [written: string, date: string])[] = [
  ['14/07/1957', '1957-07-14'],
  ['4/7/1957', '1957-07-04'],
  ['14.7.1957', '1957-07-14'],
  ['14-07-1957', '1957-07-14'],
  ['14 07 1957', '1957-07-14'],
  ['1957-07-14', '1957-07-14'],
  ['1957/07/14', '1957-07-14'],
  ['19570714', '1957-07-14'],
  ['14-Jul-57', '1957-07-14'],
  ['14 July 1957', '1957-07-14'],
  ['14th July, 1957', '1957-07-14'],
  ['Sunday 14 July 1957', '1957-07-14'],
  ['July 14, 1957', '1957-07-14'],
  ['14 Sept 1957', '1957-09-14'],
  ['14/07/57', '1957-07-14'],
  ['14/07/1957 00:00', '1957-07-14'],
  ['1957-07-14T00:00:00Z', '1957-07-14'],
  ['21015', '1957-07-14'],
  ['21015.0', '1957-07-14'],
  ['29/02/1956', '1956-02-29'],
  ['', 'blank'],
  ['  ', 'blank'],
  ['N/K', 'blank'],
  ['unknown', 'blank'],
  ['29/02/1957', 'wrong'],
  ['31/02/1951', 'wrong'],
  ['00/00/0000', 'wrong'],
  ['25/13/1950', 'wrong'],
  ['1957', 'wrong'],
  ['about 60', 'wrong'],
  ['14 Juy 1957', 'wrong'],
]
for (const [written, date] of cases) {
  test(`"${written}" is ${date}`, () => assert.equal(read(written), date))
}

test('a year of two digits lies in the last century that is not too late', () => {
  assert.equal(read('1-Apr-17'), '2017-04-01')
  assert.equal(read('1-Apr-19'), '1919-04-01')
  assert.equal(read('1-Apr-17', isoDate('2002-03-31')), '1917-04-01')
})

test('what is wrong is said with what to do', () => {
  const answer = dateAsWritten('03/25/1957', today)
  assert.deepEqual(answer, {
    is: 'wrong',
    why: '"03/25/1957" is not a day in the calendar. Is the month written before the day? Write the day first',
  })
})

const months =
  'January February March April May June July August September October November December'.split(' ')
test('any day is read back from any way of writing it', () => {
  const days = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2018-03-31'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(days, (day) => {
      const iso = day.toISOString().slice(0, 10)
      const [y = '', m = '', d = ''] = iso.split('-')
      const ways = [iso, `${d}/${m}/${y}`, `${Number(d)}.${Number(m)}.${y}`, `${d}-${m}-${y}`]
      ways.push(
        `${Number(d)} ${months[Number(m) - 1]} ${y}`,
        `${d} ${months[Number(m) - 1]?.slice(0, 3)} ${y}`,
      )
      for (const way of ways) assert.equal(read(way), iso)
    }),
  )
})
