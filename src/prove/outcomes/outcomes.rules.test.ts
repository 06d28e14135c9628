import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#platform/lib/dates.ts'
import { reportingYear } from '../measures/reporting-year.rules.ts'
import { daysOf, inQuery, outcomeFilter, outcomeQuery, type Quarter } from './outcome-filter.ts'
import { goalsMet, parted, said, sixQuestionsFigure, statements } from './outcomes.rules.ts'
import type { OutcomeCount } from './outcomes.sql.ts'

const row = (about: Partial<OutcomeCount>): OutcomeCount => ({
  label: 'relationships',
  before: 'never',
  after: 'always',
  met: null,
  count: 1,
  ...about,
})

describe('goals reached', () => {
  const rows: readonly [string, number, number, boolean, unknown, number | null][] = [
    ['none', 0, 0, false, 0, null],
    ['a worker sees every number', 2, 1, true, 3, 66.7],
    ['of fewer than five, others see nothing', 2, 1, false, 'fewer than 5', null],
    ['a small part hides the share that would tell it', 3, 20, false, 23, null],
    ['so does a small rest', 20, 3, false, 23, null],
    ['nought tells of nobody', 0, 20, false, 20, 0],
    ['large parts are shown', 15, 5, false, 20, 75],
  ]
  for (const [name, met, not, whole, total, share] of rows)
    it(name, () => {
      const counts = [row({ met: true, count: met }), row({ met: false, count: not })]
      const found = goalsMet(counts, whole)
      assert.deepEqual([found.total, found.good], [total, share])
    })
})

describe('small numbers of outcomes', () => {
  const keys = ['a', 'b', 'c', 'd', 'e']
  const counts = fc.tuple(...keys.map(() => fc.nat(12)))
  const good = fc.subarray(keys, { minLength: 1, maxLength: 4 })

  it('are never shown, and never the one gap of a sum that a reader can do', () => {
    fc.assert(
      fc.property(counts, good, (numbers, liked) => {
        const given = new Map(keys.map((key, at) => [key, numbers[at]!]))
        const found = parted(given, liked, false)
        for (const count of found.parts.values())
          if (typeof count === 'number') assert.ok(count === 0 || count >= 5)
        if (typeof found.total === 'string') {
          assert.equal(found.good, null)
          assert.ok([...found.parts.values()].every((count) => typeof count === 'string'))
          return
        }
        const gapsIn = (line: readonly string[]) =>
          line.filter((key) => typeof found.parts.get(key) === 'string')
        const more = (line: readonly string[]) =>
          line.some((key) => (given.get(key) ?? 0) > 0 && !gapsIn(line).includes(key))
        // Only where everything else of the sum is nought can a gap stand alone, and then it is no small one.
        const lines =
          found.good === null ? [keys] : [keys, liked, keys.filter((k) => !liked.includes(k))]
        for (const line of lines) {
          const gaps = gapsIn(line)
          if (gaps.length !== 1) continue
          assert.equal(more(line), false)
          assert.ok((given.get(gaps[0]!) ?? 0) >= 5)
        }
      }),
    )
  })

  it('are all there for who works with carers', () => {
    fc.assert(
      fc.property(counts, (numbers) => {
        const given = new Map(keys.map((key, at) => [key, numbers[at]!]))
        assert.deepEqual(parted(given, ['a'], true).parts, given)
      }),
    )
  })
})

describe('what carers can say of themselves', () => {
  it('is counted by statement, often before and often after', () => {
    const counts = [
      row({ count: 6 }),
      row({ before: 'most_of_the_time', count: 7 }),
      row({ label: 'stress', before: 'always', after: 'never', count: 2 }),
      row({ label: 'a statement of another county', count: 50 }),
    ]
    assert.deepEqual(statements(counts, true), [
      { id: 'stress', asked: 2, before: 2, after: 0 },
      { id: 'relationships', asked: 13, before: 7, after: 13 },
    ])
    assert.deepEqual(statements(counts, false), [
      { id: 'stress', asked: 'fewer than 5', before: 'not shown', after: 'not shown' },
      { id: 'relationships', asked: 13, before: 7, after: 13 },
    ])
  })
})

describe('the six questions', () => {
  const of = (before: string, after: string, count: number) =>
    row({ label: 'six', before, after, met: Number(after) > Number(before), count })

  it('are the means of first and last scores', () => {
    const found = sixQuestionsFigure([of('4', '8', 6), of('6', '6', 6)], false)
    assert.deepEqual(found, { carers: 12, before: 5, after: 7, better: 6 })
  })
  it('of fewer than five carers are not shown, and nothing is no nought', () => {
    const few = [of('4', '8', 4)]
    assert.deepEqual(sixQuestionsFigure(few, false), {
      carers: 'fewer than 5',
      before: null,
      after: null,
      better: 'not shown',
    })
    assert.equal(sixQuestionsFigure(few, true).after, 8)
    assert.equal(sixQuestionsFigure([], true).before, null)
  })
})

it('an answer that nobody gave stands there with nought', () => {
  const found = said([row({ after: 'yes', count: 9 })], ['yes', 'no'], ['yes'], false)
  assert.deepEqual(
    [...found.parts],
    [
      ['yes', 9],
      ['no', 0],
    ],
  )
})

describe('the filter', () => {
  const year = reportingYear('2017-18')!
  const here = {
    authorityId: 1,
    thisYear: year,
    districts: [{ code: 'E07000235' }],
    hubs: [{ id: 901 }],
  }
  const days: readonly [Quarter | null, string, string][] = [
    [null, '2017-04-01', '2018-03-31'],
    [1, '2017-04-01', '2017-06-30'],
    [2, '2017-07-01', '2017-09-30'],
    [3, '2017-10-01', '2017-12-31'],
    [4, '2018-01-01', '2018-03-31'],
  ]
  for (const [quarter, from, to] of days)
    it(`quarter ${quarter ?? 'none'} is ${from} to ${to}`, () => {
      assert.deepEqual(daysOf(year, quarter), { from: isoDate(from), to: isoDate(to) })
    })

  it('leaves out what is none of the choices, whatever stands in the address', () => {
    fc.assert(
      fc.property(
        fc.record({
          year: fc.string(),
          quarter: fc.string(),
          kind: fc.string(),
          district: fc.string(),
          hub: fc.string(),
        }),
        (typed) => {
          const filter = outcomeFilter(outcomeQuery.parse(typed), here)
          assert.ok(filter.district === null || filter.district === 'E07000235')
          assert.ok(filter.hub === null || filter.hub === 901)
          assert.ok(filter.from <= filter.to)
        },
      ),
    )
  })

  it('comes back from the address that it makes', () => {
    const typed = {
      year: '2016-17',
      quarter: '4',
      kind: 'parent_carer',
      district: 'E07000235',
      hub: '901',
    }
    const filter = outcomeFilter(outcomeQuery.parse(typed), here)
    const again = Object.fromEntries(new URLSearchParams(inQuery(filter)))
    assert.deepEqual(again, typed)
    assert.deepEqual([filter.from, filter.to], ['2017-01-01', '2017-03-31'])
  })
})
