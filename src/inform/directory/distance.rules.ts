export type Point = { readonly latitude: number; readonly longitude: number }

const earthMiles = 3958.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Miles as the crow flies between two points (haversine, on a sphere: right to half a per cent). */
export function milesBetween(a: Point, b: Point): number {
  const up = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2
  const along = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  const chord = up + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * along
  return 2 * earthMiles * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** How far it is, as one would say it; `exact` where both ends are doors and not middles of towns. */
export function distanceInWords(miles: number, exact: boolean): string {
  if (miles < 0.5) return exact ? 'less than half a mile' : 'within a mile'
  if (miles < 1) return exact ? 'less than a mile' : 'about a mile'
  const rounded = Math.round(miles)
  return `about ${rounded} ${rounded === 1 ? 'mile' : 'miles'}`
}
