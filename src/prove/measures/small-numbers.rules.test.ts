import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Shown, withheldIn } from './small-numbers.rules.ts'

const line = (counts: Readonly<Record<string, number>>): Readonly<Record<string, Shown>> =>
  Object.fromEntries(withheldIn(new Map(Object.entries(counts)), [Object.keys(counts)]))

const cases: readonly [string, Record<string, number>, Record<string, Shown>][] = [
  ['large numbers stand as they are', { a: 5, b: 50 }, { a: 5, b: 50 }],
  ['nought stands: it is nobody', { a: 0, b: 50 }, { a: 0, b: 50 }],
  [
    'two small numbers hide each other',
    { a: 4, b: 1, c: 9 },
    { a: 'fewer than 5', b: 'fewer than 5', c: 9 },
  ],
  [
    'a single one would come out by taking the others from the total, so the next smallest goes too',
    { a: 4, b: 30, c: 9 },
    { a: 'fewer than 5', b: 30, c: 'not shown' },
  ],
  ['nought cannot hide it', { a: 4, b: 0, c: 9 }, { a: 'fewer than 5', b: 0, c: 'not shown' }],
  ['alone it is only withheld', { a: 3 }, { a: 'fewer than 5' }],
  [
    'how many are not known stands: nobody is recognised by it',
    { a: 27, 'not known': 3 },
    { a: 27, 'not known': 3 },
  ],
  [
    'but where a number has to hide, it may be the one that goes with it',
    { a: 27, b: 2, 'not known': 3 },
    { a: 27, b: 'fewer than 5', 'not known': 'not shown' },
  ],
]

for (const [name, counts, shown] of cases)
  test(name, () => {
    assert.deepEqual(line(counts), shown)
  })

test('in a table neither the rows nor the columns give a number away', () => {
  const counts = new Map([
    ['x1', 3],
    ['x2', 20],
    ['x', 23],
    ['y1', 40],
    ['y2', 50],
    ['y', 90],
    ['all1', 43],
    ['all2', 70],
    ['all', 113],
  ])
  const shown = withheldIn(counts, [
    ['x1', 'x2', 'x'],
    ['y1', 'y2', 'y'],
    ['all1', 'all2', 'all'],
    ['x1', 'y1', 'all1'],
    ['x2', 'y2', 'all2'],
    ['x', 'y', 'all'],
  ])
  const gone = [...shown].filter(([, count]) => typeof count === 'string').map(([cell]) => cell)
  assert.deepEqual(gone, ['x1', 'x2', 'y1', 'y2'])
})

const breakdowns = fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.nat(60), {
  maxKeys: 8,
})

test('no small number is ever shown, and no line keeps a single gap that others could fill', () => {
  fc.assert(
    fc.property(breakdowns, (counts) => {
      const shown = Object.entries(line(counts))
      for (const [cell, count] of shown)
        assert.ok(typeof count === 'string' || count === counts[cell])
      const known = shown.filter(([cell]) => cell !== 'not known')
      assert.ok(known.every(([, count]) => typeof count === 'string' || count === 0 || count >= 5))
      const gaps = shown.filter(([, count]) => typeof count === 'string').length
      const numbers = shown.filter(([, count]) => typeof count === 'number' && count > 0).length
      assert.ok(gaps !== 1 || numbers === 0)
    }),
  )
})
