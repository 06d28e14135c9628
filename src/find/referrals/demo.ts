import type { DemoHouse } from '#platform/room.ts'
import { addDays, type IsoDate } from '#platform/lib/dates.ts'
import {
  asDemoPerson,
  type DemoActor,
  type DemoCast,
  demoId,
  inDemoCounty,
  withCast,
} from '#share/accounts/demo-actors.ts'
import type { Tx } from '#platform/db/database.ts'
import { acceptReferral } from './accept.ts'
import { type DemoReferral, demoReferrals } from './demo-referrals.ts'
import { canTake } from './referral.ts'
import { getReferral, insertReferral, lockReferral } from './referrals.sql.ts'
import { getFirstRoute } from '../referral-routes/find-route.ts'

/** Sends the demo's referrals as whoever sends them, and takes some of them on. */
export function placeDemoReferrals(house: DemoHouse): Promise<void> {
  return withCast(house, async (cast) => {
    for (const referral of demoReferrals) {
      await send(house, cast, referral)
      if (referral.acceptedBy !== undefined) await accept(house, referral)
    }
  })
}

function send(house: DemoHouse, cast: DemoCast, referral: DemoReferral): Promise<void> {
  const { by } = referral
  if (by === null)
    return inDemoCounty(house, 'a carer registers', (tx, authorityId) =>
      insert(tx, { house, cast, referral, authorityId, actor: null }),
    )
  return asDemoPerson(house, by, (tx, actor) =>
    insert(tx, { house, cast, referral, authorityId: actor.authorityId, actor }),
  )
}

type Sending = {
  readonly house: DemoHouse
  readonly cast: DemoCast
  readonly referral: DemoReferral
  readonly authorityId: number
  readonly actor: DemoActor | null
}

async function insert(tx: Tx, of: Sending): Promise<void> {
  const { house, cast, referral, authorityId, actor } = of
  const receivedOn = addDays(house.clock.today(), -referral.daysAgo)
  const told = toldOf(referral, { cast, today: house.clock.today() })
  const ownOrganisation = referral.forOwnOrganisation ? (actor?.organisationIds[0] ?? null) : null
  const { kind, reason } = referral
  const { postcode = null } = referral.told
  const today = house.clock.today()
  const { to, because } = await getFirstRoute(tx, { authorityId, kind, reason, postcode, today })
  await insertReferral(tx, {
    authorityId,
    id: demoId(referral.name),
    kind: referral.kind,
    reason: referral.reason,
    urgent: referral.urgent ?? false,
    carerAgreed: true,
    agreedHow: referral.agreedHow,
    shareOutcome: referral.forOwnOrganisation,
    told,
    receivedOn,
    receivedAt: nineOn(receivedOn),
    source: referral.source,
    fromOrganisationId: ownOrganisation,
    toOrganisationId: to.organisationId,
    routedBecause: because,
    referrerAccountId: referral.forOwnOrganisation ? (actor?.accountId ?? null) : null,
    referrerName: referral.referrerName ?? `${told.givenName} ${told.familyName}`,
    state: 'new',
  })
}

/** What was told, or the name and birth of a carer who is on the register already. */
function toldOf(
  { told, knownAt }: DemoReferral,
  of: { readonly cast: DemoCast; readonly today: IsoDate },
) {
  const known = knownAt === undefined ? undefined : of.cast.others[knownAt]
  const { bornYearsAgo, ...rest } = told
  const born = `${Number(of.today.slice(0, 4)) - bornYearsAgo}-02-11`
  return {
    address1: null,
    postcode: null,
    email: null,
    age: null,
    dateOfBirth: born,
    ...rest,
    ...(known === undefined
      ? {}
      : {
          givenName: known.givenName,
          familyName: known.familyName,
          dateOfBirth: known.dateOfBirth,
        }),
  }
}

function accept(house: DemoHouse, referral: DemoReferral): Promise<void> {
  const { acceptedBy, contactInDays = 0, name } = referral
  return asDemoPerson(house, acceptedBy ?? '', async (tx, actor) => {
    await lockReferral(tx, demoId(name))
    const found = await getReferral(tx, actor, demoId(name))
    if (!canTake('accept', found.state)) return
    const today = house.clock.today()
    await acceptReferral(tx, actor, found, {
      personId: null,
      newId: demoId(`${name}: the carer`),
      workerId: actor.accountId,
      contactBy: addDays(today, contactInDays),
      today: addDays(today, 1 - referral.daysAgo),
    })
  })
}

function nineOn(day: IsoDate): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' })
    .toInstant()
    .toString()
}
