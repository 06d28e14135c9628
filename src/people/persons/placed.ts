import type { Postcode } from '#platform/lib/postcode.ts'
import { placeOf } from '#people/places/place.ts'

type Codes = {
  readonly districtCode: string | null
  readonly wardCode: string | null
  readonly lsoaCode: string | null
}

const nowhere: Codes = { districtCode: null, wardCode: null, lsoaCode: null }

/** Details with the district, ward and small area of their postcode; without codes where it has none. */
export function placed<T extends { readonly postcode?: string | null }>(details: T): T & Codes {
  const place = details.postcode ? placeOf(details.postcode as Postcode) : null
  if (place === null) return { ...details, ...nowhere }
  const { districtCode, wardCode, lsoaCode } = place
  return { ...details, districtCode, wardCode, lsoaCode }
}
