import { createHash } from 'node:crypto'
import type { Actor } from '#platform/access/actor.ts'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import type { DemoHouse } from '#platform/room.ts'
import { demoPeople } from './demo-people.ts'
import { findDemoCarer, getDemoAccount, listDemoCast, type CastMember } from './demo.sql.ts'
import { chargeOf } from './duties.rules.ts'

export type DemoCast = {
  /** The carer who has an account, with the fullest story. */
  readonly lead: CastMember
  /** Adult carers of the hub, always the same ones in the same order. */
  readonly others: readonly CastMember[]
}

export type DemoActor = Actor & { readonly accountId: string }

// Half a year after the register was exported: no date of a live case, the earliest of them twenty
// weeks back, then reaches into the reporting year whose figures were published.
const liveFrom = isoDate('2018-10-01')

/** Whether the demo's day lies far enough after the register's year for cases of its own. */
export function isLive({ clock }: DemoHouse): boolean {
  return clock.today() >= liveFrom
}

/** Takes a step of live cases with the county's cast; nothing where nobody was imported, or too near the register's year. */
export async function withCast(
  house: DemoHouse,
  work: (cast: DemoCast) => Promise<void>,
): Promise<void> {
  if (!isLive(house)) return
  const cast = await inDemoCounty(house, 'demo cases', async (tx, authorityId) => {
    const lead = await findDemoCarer(tx, authorityId)
    const all = await listDemoCast(tx, { authorityId, lead: lead?.id ?? null, limit: 20 })
    return { lead: all[0], others: all.slice(1) }
  })
  if (cast.lead !== undefined && cast.others.length >= 12)
    await work({ lead: cast.lead, others: cast.others })
}

/** One transaction as the house itself in the demo county. */
export function inDemoCounty<T>(
  { db, config }: DemoHouse,
  reason: string,
  work: (tx: Tx, authorityId: number) => Promise<T>,
): Promise<T> {
  const authority = knownAuthorities.find(({ code }) => code === config.authorityCode)
  if (authority === undefined) throw new Error(`no authority ${config.authorityCode} for the demo`)
  const actor = systemActor({ authorityId: authority.id, authorityCode: authority.code, reason })
  return asActor(db, actor, (tx) => work(tx, authority.id))
}

/** One transaction as a person of the demo, with what their duties open and no more. */
export async function asDemoPerson<T>(
  house: DemoHouse,
  name: string,
  work: (tx: Tx, actor: DemoActor) => Promise<T>,
): Promise<T> {
  const actor = await demoActor(house, name)
  return asActor(house.db, actor, (tx) => work(tx, actor))
}

async function demoActor(house: DemoHouse, name: string): Promise<DemoActor> {
  const person = demoPeople.find((each) => each.name === name)
  if (person === undefined) throw new Error(`${name} is nobody of the demo`)
  return inDemoCounty(house, 'demo cases', async (tx, authorityId) => {
    const { id, organisationId } = await getDemoAccount(tx, authorityId, person.email)
    return {
      authorityId,
      authorityCode: house.config.authorityCode,
      accountId: id,
      displayName: name,
      personId: null,
      ...chargeOf([{ organisationId, duties: person.duties }], null),
      requestId: 'demo',
      reason: 'demo cases',
    }
  })
}

/** The id of a row of the demo by its name: the same however often the county is loaded. */
export function demoId(name: string): string {
  const bytes = createHash('sha256').update(`alongside demo: ${name}`).digest('hex')
  return [
    bytes.slice(0, 8),
    bytes.slice(8, 12),
    `8${bytes.slice(13, 16)}`,
    `a${bytes.slice(17, 20)}`,
    bytes.slice(20, 32),
  ].join('-')
}
