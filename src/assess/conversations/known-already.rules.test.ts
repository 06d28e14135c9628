import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { knownAlready } from './known-already.rules.ts'

const on = isoDate
const march = {
  heldOn: on('2018-03-01'),
  words: { matters: 'Sleep', people: 'A sister', change: 'Tonight' },
  unconfirmed: {},
}
const april = {
  heldOn: on('2018-04-01'),
  words: { matters: 'Thursdays', people: 'A sister' },
  unconfirmed: { people: { from: 'conversation', on: on('2018-03-01') } },
} as const

test('the latest words on each topic are brought along with the day on which they were said', () => {
  const known = knownAlready(1, { talks: [april, march], assessment: null })
  assert.deepEqual(known, {
    matters: { words: 'Thursdays', from: { from: 'conversation', on: '2018-04-01' } },
    people: { words: 'A sister', from: { from: 'conversation', on: '2018-03-01' } },
  })
})

test('what had to change in a crisis is asked anew', () => {
  assert.equal(knownAlready(2, { talks: [march], assessment: null }).change, undefined)
})

for (const [day, from, words] of [
  ['2018-03-02', 'assessment', 'A course'],
  ['2018-03-01', 'conversation', 'Sleep'],
  ['2018-02-01', 'conversation', 'Sleep'],
] as const) {
  test(`beside a talk of 1 March, of an assessment of ${day} the ${from} counts`, () => {
    const assessment = { on: on(day), said: { matters: 'A course', people: '' } }
    const known = knownAlready(3, { talks: [march], assessment })
    assert.deepEqual([known.matters?.words, known.matters?.from.from], [words, from])
    assert.equal(known.people?.words, 'A sister')
  })
}

test('where nothing was said nothing is known', () => {
  assert.deepEqual(knownAlready(3, { talks: [], assessment: null }), {})
})
