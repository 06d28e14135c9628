import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { reportingYear, reportingYearOf, yearsBefore } from './reporting-year.rules.ts'

test('a financial year runs from 1 April to 31 March', () => {
  assert.deepEqual(reportingYear('2017/18'), {
    label: '2017/18',
    from: '2017-04-01',
    to: '2018-03-31',
  })
  assert.deepEqual(reportingYear('1999-00'), {
    label: '1999/00',
    from: '1999-04-01',
    to: '2000-03-31',
  })
})

test('what is no financial year is none', () => {
  for (const label of ['2017', '2017/19', '17/18', '2017/2018', '', 'x', '2017/18 ; drop'])
    assert.equal(reportingYear(label), null, label)
})

test('a day falls in the year that began on the 1 April before it', () => {
  assert.equal(reportingYearOf(isoDate('2018-03-31')).label, '2017/18')
  assert.equal(reportingYearOf(isoDate('2018-04-01')).label, '2018/19')
})

test('years are counted back', () => {
  assert.equal(yearsBefore(reportingYear('2017/18')!, 2).label, '2015/16')
})
