import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { postcodeFrom } from '#platform/lib/postcode.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import { placeOf } from '#people/places/place.ts'
import type { Intake } from './intake.ts'
import { listIntakes } from './intakes.sql.ts'
import { firstRoute, route, type Route } from './route.rules.ts'

/** What a referral tells that its way turns on. */
export type Referred = {
  readonly authorityId: number
  readonly kind: CarerKind
  readonly reason: string | null
  readonly postcode: string | null
  readonly today: IsoDate
}

/** To whom a referral goes that has just come; null where nobody takes any. */
export async function findFirstRoute(
  tx: Tx,
  of: Referred,
): Promise<(Route & { readonly to: Intake }) | null> {
  const intakes = await listIntakes(tx, of.authorityId)
  return firstRoute(intakes, { ...of, districtCode: districtOf(of.postcode), tried: [] }, of.today)
}

/** The same for a door that somebody sees: throws where nobody takes referrals, which is a fault of the county's settings. */
export async function getFirstRoute(
  tx: Tx,
  of: Referred,
): Promise<Route & { readonly to: Intake }> {
  const found = await findFirstRoute(tx, of)
  if (found === null) throw new Error('no organisation receives referrals')
  return found
}

/** To whom a referral could go next that some have had and could not take. */
export async function findNextRoute(
  tx: Tx,
  of: Referred & { readonly tried: readonly number[] },
): Promise<Route> {
  const intakes = await listIntakes(tx, of.authorityId)
  return route(intakes, { ...of, districtCode: districtOf(of.postcode) }, of.today)
}

function districtOf(text: string | null): string | null {
  const postcode = text === null ? null : postcodeFrom(text)
  return postcode === null ? null : (placeOf(postcode)?.districtCode ?? null)
}
