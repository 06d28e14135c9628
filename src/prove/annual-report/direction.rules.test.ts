import assert from 'node:assert/strict'
import { test } from 'node:test'
import { direction } from './direction.rules.ts'

const on = (value: number | null) => ({ year: '2016/17', value })

const cases: readonly [string, Parameters<typeof direction>, ReturnType<typeof direction>][] = [
  ['a larger count is up', ['count', 32, on(20)], { towards: 'up', words: 'up 12 on 2016/17' }],
  [
    'a large count says by what share, as the published report does',
    ['count', 454, on(380)],
    { towards: 'up', words: 'up 74 (19.5%) on 2016/17' },
  ],
  [
    'a smaller one is down',
    ['count', 2180, on(3559)],
    { towards: 'down', words: 'down 1,379 (38.7%) on 2016/17' },
  ],
  [
    'the same is the same',
    ['count', 13, on(13)],
    { towards: 'same', words: 'the same as in 2016/17' },
  ],
  [
    'from nought there is no share',
    ['count', 60, on(0)],
    { towards: 'up', words: 'up 60 on 2016/17' },
  ],
  [
    'percentages move by points',
    ['percent', 62.6, on(61.4)],
    { towards: 'up', words: 'up 1.2 percentage points on 2016/17' },
  ],
  [
    'one point is one',
    ['percent', 60, on(61)],
    { towards: 'down', words: 'down 1 percentage point on 2016/17' },
  ],
  [
    'hours move by tenths',
    ['count', 20.5, on(20.4)],
    { towards: 'up', words: 'up 0.1 on 2016/17' },
  ],
  ['what was not recorded moved nowhere', ['count', null, on(3)], null],
  ['nor did it from what was not', ['count', 3, on(null)], null],
  ['nor from a year without a record', ['count', 3, null], null],
]

for (const [name, given, expected] of cases)
  test(name, () => {
    assert.deepEqual(direction(...given), expected)
  })
