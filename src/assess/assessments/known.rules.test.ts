import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formOf } from './assessment-form.ts'
import { knownIn, stillUnconfirmed, unconfirmedMatters } from './known.rules.ts'

const form = formOf('adult-carer-1')
const section = (id: string) => form.sections.find((each) => each.id === id)!

test('the carer’s own words come before last time’s, and each says where it is from', () => {
  const known = knownIn(section('caring'), {
    own: { care_given: 'I wash him' },
    lastTime: { care_given: 'Washes him', without_you: 'Would not eat', elsewhere: 'x' },
  })
  assert.deepEqual(known, {
    answers: { care_given: 'I wash him', without_you: 'Would not eat' },
    from: { care_given: 'carer', without_you: 'last_time' },
  })
})

test('what only a worker answers is asked anew each time', () => {
  const known = knownIn(section('taking-part'), {
    own: { capacity: 'no' },
    lastTime: { capacity: 'no', combined: 'no', information_given_on: '2016-01-01' },
  })
  assert.deepEqual(known, { answers: {}, from: {} })
})

test('an option that is no longer offered is left behind', () => {
  const lastTime = { work: 'at_sea', learning: 'does' }
  const known = knownIn(section('your-life'), { own: {}, lastTime })
  assert.deepEqual(known.answers, { learning: 'does' })
})

const cases: readonly [string, Parameters<typeof stillUnconfirmed>[0], readonly string[]][] = [
  [
    'left as it was stays unconfirmed',
    {
      brought: ['a', 'b'],
      before: { a: '1', b: '2' },
      after: { a: '1', b: '3' },
      confirmed: false,
    },
    ['a'],
  ],
  [
    'a tick confirms what was left as it was',
    { brought: ['a'], before: { a: '1' }, after: { a: '1' }, confirmed: true },
    [],
  ],
  [
    'several options in the same order are as they were',
    { brought: ['a'], before: { a: ['x', 'y'] }, after: { a: ['x', 'y'] }, confirmed: false },
    ['a'],
  ],
  [
    'what was taken out is answered',
    { brought: ['a'], before: { a: '1' }, after: {}, confirmed: false },
    [],
  ],
]

for (const [name, of, unconfirmed] of cases) {
  test(name, () => assert.deepEqual(stillUnconfirmed(of), unconfirmed))
}

test('what is unconfirmed is missing, once a section', () => {
  const missing = unconfirmedMatters(form, [
    { section: 'caring', unconfirmed: ['care_given', 'changes'] },
    { section: 'your-life', unconfirmed: [] },
  ])
  assert.deepEqual(
    missing.map((each) => [each.section, each.field]),
    [['caring', 'care_given']],
  )
})
