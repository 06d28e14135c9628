import type { GeoPath } from 'd3-geo'
import type { Boundary } from './boundaries.ts'

type Point = readonly [number, number]

/** A place to write in, and how far it is from there to the district's edge. */
export type LabelPlace = { readonly x: number; readonly y: number; readonly reach: number }

const steps = 24

/**
 * The place in a district, of a grid laid over it, that is farthest from its edges. The centroid
 * will not do: that of a district which bends round a city lies at the city's edge.
 */
export function widestPlace(outline: GeoPath, boundary: Boundary): LabelPlace {
  const project = outline.projection() as unknown as (point: Point) => Point
  const rings = boundary.geometry.coordinates.flatMap((polygon) =>
    polygon.map((ring) => ring.map(([x = 0, y = 0]) => project([x, y]))),
  )
  const [[left, top], [right, bottom]] = outline.bounds(boundary)
  let best: LabelPlace = { x: (left + right) / 2, y: (top + bottom) / 2, reach: 0 }
  for (let column = 1; column < steps; column += 1) {
    for (let row = 1; row < steps; row += 1) {
      const place: Point = [
        left + ((right - left) * column) / steps,
        top + ((bottom - top) * row) / steps,
      ]
      const reach = reachWithin(place, rings)
      if (reach > best.reach) best = { x: place[0], y: place[1], reach }
    }
  }
  return best
}

/** The distance to the nearest edge; nought outside. */
function reachWithin([x, y]: Point, rings: readonly (readonly Point[])[]): number {
  let inside = false
  let nearest = Infinity
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at += 1) {
      const [ax, ay] = ring[at - 1] as Point
      const [bx, by] = ring[at] as Point
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
      nearest = Math.min(nearest, distance([x, y], [ax, ay], [bx, by]))
    }
  }
  return inside ? nearest : 0
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
