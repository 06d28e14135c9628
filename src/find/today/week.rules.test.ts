import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { addDays, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { endOfWeek, groupByDue, nextDays } from './week.rules.ts'

const thursday = isoDate('2018-03-29')
const item = (dueOn: IsoDate) => ({ dueOn, title: dueOn, href: '/', kind: 'test' })

const table: readonly [dueOn: string, group: 'overdue' | 'today' | 'thisWeek' | 'later'][] = [
  ['2017-03-29', 'overdue'],
  ['2018-03-28', 'overdue'],
  ['2018-03-29', 'today'],
  ['2018-03-30', 'thisWeek'],
  ['2018-04-01', 'thisWeek'],
  ['2018-04-02', 'later'],
]

for (const [dueOn, group] of table) {
  test(`on Thursday 29 March what is due on ${dueOn} stands under ${group}`, () => {
    assert.equal(groupByDue([item(isoDate(dueOn))], thursday)[group].length, 1)
  })
}

test('a week ends on Sunday, and on Sunday it ends today', () => {
  assert.equal(endOfWeek(thursday), '2018-04-01')
  assert.equal(endOfWeek(isoDate('2018-04-01')), '2018-04-01')
  assert.equal(endOfWeek(isoDate('2018-04-02')), '2018-04-08')
})

test('on a Sunday tomorrow has a group of its own, and all after it comes later', () => {
  const sunday = isoDate('2018-04-01')
  const { thisWeek, later } = groupByDue(
    ['2018-04-02', '2018-04-03'].map((day) => item(isoDate(day))),
    sunday,
  )
  assert.deepEqual(
    [thisWeek, later].map((group) => group.map(({ dueOn }) => dueOn)),
    [['2018-04-02'], ['2018-04-03']],
  )
  assert.deepEqual(nextDays(sunday), { until: '2018-04-02', isMonday: true })
  assert.deepEqual(nextDays(thursday), { until: '2018-04-01', isMonday: false })
})

test('everything stands in one group and in the order of its day', () => {
  const days = fc.array(fc.integer({ min: -40, max: 40 }).map((day) => addDays(thursday, day)))
  fc.assert(
    fc.property(days, (due) => {
      const { overdue, today, thisWeek, later } = groupByDue(due.map(item), thursday)
      const all = [...overdue, ...today, ...thisWeek, ...later].map(({ dueOn }) => dueOn)
      assert.deepEqual(
        all,
        due.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
      )
    }),
  )
})
