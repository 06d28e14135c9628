import { readFile } from 'node:fs/promises'
import type { Feature, MultiPolygon } from 'geojson'

export type Boundary = Feature<MultiPolygon, { readonly code: string; readonly name: string }>

let loaded: Promise<ReadonlyMap<string, Boundary>> | undefined

/** The districts' shapes by ONS code, read once. Source and licence: data/boundaries/README.md. */
export function boundaries(): Promise<ReadonlyMap<string, Boundary>> {
  loaded ??= readBoundaries()
  return loaded
}

async function readBoundaries(): Promise<ReadonlyMap<string, Boundary>> {
  const file = new URL('../../../data/boundaries/districts-2024.geojson', import.meta.url)
  const { features } = JSON.parse(await readFile(file, 'utf8')) as { features: Boundary[] }
  return new Map(features.map((feature) => [feature.properties.code, clockwise(feature)]))
}

/** GeoJSON winds its outer rings anticlockwise, d3 takes that for everything but the district. */
function clockwise(feature: Boundary): Boundary {
  const coordinates = feature.geometry.coordinates.map((polygon) =>
    polygon.map((ring) => ring.toReversed()),
  )
  return { ...feature, geometry: { type: 'MultiPolygon', coordinates } }
}
