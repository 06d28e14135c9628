import assert from 'node:assert/strict'
import { test } from 'node:test'
import { geoContains, geoMercator, geoPath } from 'd3-geo'
import { boundaries } from './boundaries.ts'
import { widestPlace } from './label-place.ts'

test('what is written in a district lies within it, also where the district bends round another', async () => {
  const all = [...(await boundaries()).values()]
  const projection = geoMercator().fitWidth(480, { type: 'FeatureCollection', features: all })
  for (const boundary of all) {
    const { x, y, reach } = widestPlace(geoPath(projection), boundary)
    const place = projection.invert?.([x, y])
    assert.ok(place && reach > 0 && geoContains(boundary, place), boundary.properties.name)
  }
})
