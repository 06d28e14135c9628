import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { columnShares } from './table-fit.ts'
import { paperFor, printSizes } from './paper.ts'
import { setFigures, setTable } from './typeset-figures.ts'

const actions = {
  caption: 'Actions',
  columns: [
    { header: 'Action' },
    { header: 'Who' },
    { header: 'By' },
    { header: 'Cost', numeric: true },
  ],
  rows: [
    [
      'Ring the pharmacy to set up a box for tablets, a compartment for each day',
      'Jo Pugh',
      '6 April 2018',
      '£1,250',
    ],
  ],
}

const total = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0)

test('short columns get what they need and the long one what is left', () => {
  const shares = columnShares(actions, 450, 10)
  assert.ok(shares)
  assert.ok(Math.abs(total(shares) - 1) < 1e-9)
  assert.ok((shares[0] ?? 0) > 0.5)
  assert.ok((shares[2] ?? 0) * 450 > 60, 'a date stays on one line')
})

test('a narrow table is not drawn out over the line', () => {
  const narrow = {
    caption: '',
    columns: [{ header: 'Year' }, { header: 'N', numeric: true }],
    rows: [['2018', '7']],
  }
  assert.equal(Math.round(total(columnShares(narrow, 450, 10) ?? []) * 100), 60)
})

test('a table does not fit where its longest words do not', () => {
  assert.equal(columnShares(actions, 200, 18), null)
  assert.deepEqual(
    setTable(actions, paperFor(12)).map(({ block }) => block),
    ['table'],
  )
  const wide = {
    ...actions,
    columns: [...actions.columns, { header: 'Responsibilities' }, { header: 'Accountability' }],
  }
  assert.deepEqual(
    setTable(wide, paperFor(24)).map(({ block }) => block),
    ['caption', 'facts'],
  )
})

test('a table without rows has its header still', () => {
  assert.ok(columnShares({ ...actions, rows: [] }, 450, 10))
})

test('columns never take more than the line', () => {
  const table = fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc.record({
      caption: fc.string(),
      columns: fc.array(fc.record({ header: fc.string(), numeric: fc.boolean() }), {
        minLength: count,
        maxLength: count,
      }),
      rows: fc.array(fc.array(fc.string(), { minLength: count, maxLength: count })),
    }),
  )
  fc.assert(
    fc.property(table, fc.constantFrom(...printSizes), (given, points) => {
      const { line, small } = paperFor(points)
      const shares = columnShares(given, line, small)
      if (shares) assert.ok(total(shares) < 1 + 1e-9 && shares.every((share) => share >= 0))
    }),
  )
})

const across = (values: readonly string[], points: 12 | 18) => {
  const set = setFigures(
    values.map((value) => ({ value, label: '' })),
    paperFor(points),
  )
  return set.block === 'figures' ? set.across : 0
}

test('figures stand beside each other as far as there is room', () => {
  assert.equal(across(['12,062'], 12), 1)
  assert.equal(across(['12,062', '85.5%', '£250', '7'], 12), 3)
  assert.equal(across(['£1,234,567.89', '85.5%', '£250'], 12), 2)
  assert.equal(across(['12,062', '85.5%'], 18), 1)
})
