import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postcodeFrom } from '#platform/lib/postcode.ts'
import { councilName, councilOf, whereaboutsOf } from './whereabouts.ts'

const at = (text: string) => {
  const postcode = postcodeFrom(text)
  assert.ok(postcode)
  return whereaboutsOf(postcode)
}

test('a postcode that we ship has its own point and its county council', () => {
  const place = at('WR5 2NP')
  assert.equal(place?.exact, true)
  assert.equal(place.council?.name, 'Worcestershire')
})

test('any other has the middle of its post district, and its council where that is sure', () => {
  const place = at('B1 1BB')
  assert.equal(place?.exact, false)
  assert.equal(place.council?.name, 'Birmingham')
  assert.ok(Math.abs(place.latitude - 52.48) < 0.05)
})

test('where councils share a post district none of them is named', () => {
  assert.equal(at('HR8 1AA')?.council, null)
  assert.equal(councilOf('E12000005'), null)
})

test('Sheffield is known by its new code', () => {
  assert.equal(at('S10 2TN')?.council?.name, 'Sheffield')
})

test('in Scotland and Wales there is a point and no English council', () => {
  const place = at('EH1 1YZ')
  assert.equal(place?.inEngland, false)
  assert.equal(place.council, null)
})

test('a post district that does not exist is nowhere', () => {
  assert.equal(at('ZE9 9ZZ'), null)
})

test('councils are called what people call them', () => {
  assert.equal(councilName({ name: 'Herefordshire, County of' }), 'Herefordshire')
  assert.equal(councilName({ name: 'Bristol, City of' }), 'Bristol')
  assert.equal(councilName({ name: 'Worcestershire' }), 'Worcestershire')
})
