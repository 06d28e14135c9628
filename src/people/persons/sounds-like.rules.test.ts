import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { soundOf } from './sounds-like.rules.ts'

const alike = [
  ['clark', 'clarke', 'clerk'],
  ['tolley', 'tolly', 'tollie', 'toley'],
  ['smith', 'smyth', 'smythe'],
  ['catherine', 'katharine', 'kathryn', 'catharine'],
  ['philip', 'phillip', 'filip'],
  ['stephen', 'steven'],
  ['thompson', 'tomson', 'thomson'],
  ['ann', 'anne'],
  ['geoffrey', 'jeffrey', 'jeffery'],
  ['reid', 'reed', 'read'],
  ['wright', 'right', 'rite'],
  ['knight', 'night'],
  ['mackenzie', 'mckenzie'],
  ['nicola', 'nichola'],
  ['michael', 'mikael'],
  ['hughes', 'hews'],
  ['brown', 'browne', 'braun'],
  ['cecilia', 'sesilia'],
  ['vaughan', 'vaughn'],
  ['lynne', 'lin'],
  ['denise', 'deniece'],
] as const

for (const [first, ...others] of alike) {
  test(`${others.join(', ')} sound like ${first}`, () => {
    for (const other of others) assert.equal(soundOf(other), soundOf(first), other)
  })
}

test('names that sound apart stay apart', () => {
  const apart = ['tolley', 'smith', 'clark', 'margaret', 'brian', 'susan', 'khan', 'jones', 'evans']
  assert.equal(new Set(apart.map(soundOf)).size, apart.length)
})

test('whatever word comes, the code holds small letters only and never repeats one', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{0,20}$/), (word) => {
      assert.match(soundOf(word), /^(?:([a-z])(?!\1))*$/)
    }),
  )
})
