import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Postcode } from '#platform/lib/postcode.ts'

/** Where a postcode lies: codes of the Office for National Statistics, and a point. */
export type Place = {
  readonly districtCode: string
  readonly wardCode: string
  /** Lower layer super output area of 2021, about 1,500 people. */
  readonly lsoaCode: string
  readonly latitude: number
  readonly longitude: number
}

const folder = new URL('../../../data/places/', import.meta.url)
const names = z
  .object({ districts: z.record(z.string(), z.string()), wards: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(new URL('names.json', folder), 'utf8')))

let lines: ReadonlyMap<string, string> | null = null

/** The lines of the file by postcode, not taken apart before somebody asks. */
function byPostcode(): ReadonlyMap<string, string> {
  if (lines !== null) return lines
  const text = gunzipSync(readFileSync(new URL('postcodes.csv.gz', folder))).toString('latin1')
  const found = new Map<string, string>()
  for (let at = text.indexOf('\n') + 1; at < text.length;) {
    const end = text.indexOf('\n', at)
    const comma = text.indexOf(',', at)
    found.set(text.slice(at, comma), text.slice(comma + 1, end))
    at = end + 1
  }
  lines = found
  return found
}

/** Where the postcode lies, or null where it is in none of the areas that we ship. */
export function placeOf(postcode: Postcode): Place | null {
  const line = byPostcode().get(postcode)
  if (line === undefined) return null
  const [districtCode = '', wardCode = '', lsoaCode = '', latitude, longitude] = line.split(',')
  return {
    districtCode,
    wardCode,
    lsoaCode,
    latitude: Number(latitude),
    longitude: Number(longitude),
  }
}

/** `Wyre Forest`, or the code itself where we ship no name for it. */
export const districtName = (code: string): string => names.districts[code] ?? code

/** `Bewdley & Rock`, or the code itself where we ship no name for it. */
export const wardName = (code: string): string => names.wards[code] ?? code
