/** Which council's area a district lies in (ONS lookup of local authorities to districts, 2023). */
import { knownAuthorities } from '#platform/reference/england.ts'
import type { Home } from './responsible-authority.rules.ts'

/** Where a home is, seen from an authority; unknown without a district. */
export function homeIn(districtCode: string | null, authorityCode: string): Home {
  if (districtCode === null) return { is: 'unknown' }
  const authority = knownAuthorities.find(({ districts }) =>
    districts.some(({ code }) => code === districtCode),
  )
  if (authority === undefined) return { is: 'elsewhere', area: 'an area outside England' }
  if (authority.code === authorityCode) return { is: 'here' }
  return { is: 'elsewhere', area: authority.name }
}
