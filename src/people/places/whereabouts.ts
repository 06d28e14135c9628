import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { knownAuthorities, type KnownAuthority } from '#platform/reference/england.ts'
import { outwardPart, type Postcode } from '#platform/lib/postcode.ts'
import { placeOf } from './place.ts'

/** Roughly where a postcode lies, and whose council that is. */
export type Whereabouts = {
  readonly latitude: number
  readonly longitude: number
  /** Whether the point is the postcode's own, or the middle of its post district, some miles wide. */
  readonly exact: boolean
  /** Null outside England, or where several councils share the post district. */
  readonly council: KnownAuthority | null
  readonly inEngland: boolean
}

type OutwardArea = {
  readonly latitude: number
  readonly longitude: number
  readonly district: string
  readonly share: number
}

/** New codes that Barnsley and Sheffield got with their boundaries of April 2025. */
const recoded: Readonly<Record<string, string>> = { E08000038: 'E08000016', E08000039: 'E08000019' }

/** A post district nearly all of which is one district's is told as that council's. */
const nearlyAll = 0.95

let areas: ReadonlyMap<string, OutwardArea> | null = null

function outwardAreas(): ReadonlyMap<string, OutwardArea> {
  if (areas !== null) return areas
  const file = new URL('../../../data/places/outcodes.csv.gz', import.meta.url)
  const [, ...lines] = gunzipSync(readFileSync(file)).toString('latin1').trimEnd().split('\n')
  areas = new Map(
    lines.map((line) => {
      const [outward = '', latitude, longitude, district = '', share] = line.split(',')
      const numbers = {
        latitude: Number(latitude),
        longitude: Number(longitude),
        share: Number(share),
      }
      return [outward, { ...numbers, district: recoded[district] ?? district }]
    }),
  )
  return areas
}

/** The council with duties for social care in whose area a district lies; null outside England. */
export function councilOf(districtCode: string): KnownAuthority | null {
  return (
    knownAuthorities.find(({ districts }) => districts.some(({ code }) => code === districtCode)) ??
    null
  )
}

/** A council's name as people say it: `Herefordshire`, where the list has `Herefordshire, County of`. */
export function councilName({ name }: Pick<KnownAuthority, 'name'>): string {
  return name.replace(/, (County|City) of$/, '')
}

/**
 * Where a postcode lies: its own point where we ship it, the middle of its post district elsewhere in
 * Great Britain, null where it is neither (Northern Ireland, or no such postcode).
 */
export function whereaboutsOf(postcode: Postcode): Whereabouts | null {
  const place = placeOf(postcode)
  if (place !== null) {
    const { latitude, longitude, districtCode } = place
    return { latitude, longitude, exact: true, council: councilOf(districtCode), inEngland: true }
  }
  const area = outwardAreas().get(outwardPart(postcode))
  if (area === undefined) return null
  const { latitude, longitude, district, share } = area
  const council = share >= nearlyAll ? councilOf(district) : null
  return { latitude, longitude, exact: false, council, inEngland: district.startsWith('E') }
}
