import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { addDays, isoDate } from '#platform/lib/dates.ts'
import { financialYear, periodFrom, usualPeriods } from './period.ts'

const today = isoDate('2018-03-29')

const table: readonly [name: string, written: { from?: string; to?: string }, read: string][] = [
  ['nothing asked for is the financial year so far', {}, '2017-04-01 2018-03-29'],
  ['two days, both included', { from: '2017-07-01', to: '2017-07-31' }, '2017-07-01 2017-07-31'],
  ['one day alone', { from: '2017-07-01', to: '2017-07-01' }, '2017-07-01 2017-07-01'],
  ['an empty box is as if not asked for', { from: '', to: '' }, '2017-04-01 2018-03-29'],
  ['a day that never was', { from: '2017-02-30' }, 'from'],
  ['words', { from: 'last year', to: 'today' }, 'from to'],
  ['the day first', { from: '01/04/2017' }, 'from'],
  ['a year out of all reason', { to: '9999-01-01' }, 'to'],
  ['an end before its beginning', { from: '2017-07-02', to: '2017-07-01' }, 'to'],
]

for (const [name, written, read] of table) {
  test(`a period: ${name}`, () => {
    const result = periodFrom(written, today)
    const words = result.ok
      ? `${result.value.from} ${result.value.to}`
      : result.error.map(({ field }) => field).join(' ')
    assert.equal(words, read)
  })
}

test('a financial year holds its day and is a year long', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const day = addDays(isoDate('1990-01-01'), days)
      const { from, to } = financialYear(day)
      assert.ok(from <= day && day <= to)
      assert.equal(addDays(to, 1).slice(5), '04-01')
    }),
  )
})

test('last year ends on the day before this year begins', () => {
  const [, thisYear, lastYear] = usualPeriods(today)
  assert.equal(addDays(lastYear!.to, 1), thisYear!.from)
})
