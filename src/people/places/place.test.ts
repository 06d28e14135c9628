import { test } from 'node:test'
import assert from 'node:assert/strict'
import { postcodeFrom } from '#platform/lib/postcode.ts'
import { districtName, placeOf, wardName } from './place.ts'

const at = (text: string) => {
  const postcode = postcodeFrom(text)
  assert.ok(postcode)
  return placeOf(postcode)
}

test('County Hall lies in the district of Worcester', () => {
  const place = at('WR5 2NP')
  assert.ok(place)
  assert.equal(districtName(place.districtCode), 'Worcester')
  assert.notEqual(wardName(place.wardCode), place.wardCode)
  assert.match(place.lsoaCode, /^E01\d{6}$/)
  assert.ok(
    Math.abs(place.latitude - 52.1855) < 0.001 && Math.abs(place.longitude + 2.1826) < 0.001,
  )
})

test('Leicester and Rutland are known too, Birmingham is not', () => {
  assert.equal(districtName(at('LE1 6FL')?.districtCode ?? ''), 'Leicester')
  assert.equal(districtName(at('LE15 6HP')?.districtCode ?? ''), 'Rutland')
  assert.equal(at('B1 1BB'), null)
})
