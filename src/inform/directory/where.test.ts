import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { systemActor } from '#platform/access/as-actor.ts'
import { whereFrom } from './where.ts'

const towns = [
  { town: 'Evesham', latitude: 52.09, longitude: -1.95 },
  { town: 'Upton upon Severn', latitude: 52.06, longitude: -2.22 },
  { town: 'Stourport-on-Severn', latitude: 52.34, longitude: -2.28 },
  { town: 'Worcester', latitude: 52.19, longitude: -2.22 },
]
const actor = systemActor({ authorityId: 1, authorityCode: 'worcestershire', reason: 'test' })
const of = { towns, actor, here: 'Worcestershire' }

const found: readonly [string, string, RegExp | null][] = [
  ['WR5 2NP', 'WR5 2NP', null],
  [' wr52np ', 'WR5 2NP', null],
  ['WR5 2NP.', 'WR5 2NP', null],
  ['evesham', 'Evesham', null],
  ['stourport on severn', 'Stourport-on-Severn', null],
  ['Upton', 'Upton upon Severn', null],
  ['B1 1BB', 'B1 1BB', /in Birmingham, so Birmingham council has more near you/],
  ['HR8 1AA', 'HR8 1AA', /not sure whether that postcode is in Worcestershire/],
  ['EH1 1YZ', 'EH1 1YZ', /not in England/],
]

for (const [typed, words, outside] of found) {
  test(`"${typed}" is ${words}${outside === null ? '' : ', outside the county'}`, () => {
    const where = whereFrom(typed, of)
    assert.ok(where.ok)
    assert.equal(where.value.words, words)
    if (outside === null) assert.equal(where.value.outside, null)
    else assert.match(where.value.outside ?? '', outside)
  })
}

test('what is neither is refused, with an example of each', () => {
  for (const typed of ['', 'WR5', 'Atlantis', '!!!']) {
    assert.deepEqual(whereFrom(typed, of), {
      ok: false,
      error: 'Enter a full postcode, like WR5 2NP, or a town or village, like Evesham',
    })
  }
  const unknown = whereFrom('ZE9 9ZZ', of)
  assert.match(unknown.ok ? '' : unknown.error, /We do not know the postcode ZE9 9ZZ/)
})

test('whatever is typed, it is a place in Great Britain or it is refused', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const where = whereFrom(typed, of)
      if (where.ok) assert.ok(where.value.latitude > 49 && where.value.latitude < 61)
      else assert.ok(where.error.length > 10)
    }),
  )
})
