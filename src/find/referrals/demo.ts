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
import { askedSchema } from './asked.ts'
import { canTake } from './referral.ts'
import { findWaysOn, passOn } from './pass-on.ts'
import { findReferral, getReferral, insertReferral, lockReferral } from './referrals.sql.ts'
import { getFirstRoute } from '../referral-routes/find-route.ts'

/** Sends the demo's referrals as whoever sends them, and takes some of them on. */
export function placeDemoReferrals(house: DemoHouse): Promise<void> {
  return withCast(house, async (cast) => {
    for (const referral of demoReferrals) {
      await send(house, cast, referral)
      if (referral.acceptedBy !== undefined) await accept(house, referral)
      if (referral.passedOnBy !== undefined) await pass(house, referral)
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
    door: referral.door ?? null,
    fromName: referral.fromName ?? null,
    referrerTelephone: referral.referrerTelephone ?? null,
    takenBy: referral.byTelephone === true ? (actor?.accountId ?? null) : null,
    mayPassOn: referral.mayPassOn ?? false,
    escalatedOn: referral.stalled === true ? today : null,
    toOrganisationId: to.organisationId,
    routedBecause: because,
    referrerAccountId: referral.forOwnOrganisation ? (actor?.accountId ?? null) : null,
    referrerName: referral.referrerName ?? `${told.givenName} ${told.familyName}`,
    state: 'new',
  })
}

/** What was told, or the name and birth of a carer who is on the register already. */
function toldOf(
  { told, knownAt, asked }: DemoReferral,
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
    ...(asked === undefined ? {} : { asked: askedSchema.parse(asked) }),
    ...(known === undefined
      ? {}
      : {
          givenName: known.givenName,
          familyName: known.familyName,
          dateOfBirth: known.dateOfBirth,
        }),
  }
}

function pass(house: DemoHouse, referral: DemoReferral): Promise<void> {
  return asDemoPerson(house, referral.passedOnBy ?? '', async (tx, actor) => {
    const id = demoId(referral.name)
    await lockReferral(tx, id)
    const found = await findReferral(tx, actor, id)
    if (found === undefined || !canTake('pass', found.state)) return
    const today = house.clock.today()
    const { to } = await findWaysOn(tx, found, today)
    if (to === null) throw new Error('nobody of the demo can take what is passed on')
    const why = {
      why: 'better_placed',
      words: 'They are in Malvern too.',
      agreedHow: null,
    } as const
    const { version } = found
    await passOn(tx, actor, { referral: found, how: { ...why, to, version, today } })
  })
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
      // None of the demo's referrals that are accepted asks for one.
      askForAssessment: null,
    })
  })
}

function nineOn(day: IsoDate): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' })
    .toInstant()
    .toString()
}
