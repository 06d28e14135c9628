import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { distanceInWords, milesBetween } from './distance.rules.ts'

const worcester = { latitude: 52.1855, longitude: -2.1826 }
const evesham = { latitude: 52.0934, longitude: -1.946 }
const london = { latitude: 51.5074, longitude: -0.1278 }

const cases: readonly [string, typeof worcester, typeof worcester, number][] = [
  ['a place and itself', worcester, worcester, 0],
  ['Worcester and Evesham', worcester, evesham, 11.9],
  ['Worcester and London', worcester, london, 100],
]

for (const [what, from, to, miles] of cases) {
  test(`${what} lie ${miles} miles apart`, () => {
    assert.ok(Math.abs(milesBetween(from, to) - miles) <= miles * 0.01 + 0.001)
  })
}

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

test('distance is the same both ways, never negative, and no more than half round the earth', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      const miles = milesBetween(a, b)
      assert.ok(miles >= 0 && miles <= 12_440)
      assert.ok(Math.abs(miles - milesBetween(b, a)) < 1e-6)
    }),
  )
})

const wordCases: readonly [number, boolean, string][] = [
  [0, true, 'less than half a mile'],
  [0.2, false, 'within a mile'],
  [0.7, true, 'less than a mile'],
  [0.7, false, 'about a mile'],
  [1.2, true, 'about 1 mile'],
  [11.9, false, 'about 12 miles'],
]

for (const [miles, exact, words] of wordCases) {
  test(`${miles} miles, ${exact ? 'door to door' : 'roughly'}: ${words}`, () => {
    assert.equal(distanceInWords(miles, exact), words)
  })
}
