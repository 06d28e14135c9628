import type { Actor } from '#platform/access/actor.ts'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import { addDays, type IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import type { DemoHouse } from '#platform/room.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { chargeOf } from '#share/accounts/duties.rules.ts'
import { insertContact } from '#find/contacts/contacts.sql.ts'
import { momentOf, timeFrom } from '#find/contacts/moment.rules.ts'
import { demoCaseloads, demoContacts, type DemoContact } from './demo-day.ts'
import { findDemoWorker, listCaseload, updateCaseload } from './demo.sql.ts'

/** Gives the demo's workers carers of their own, and one of them some days' calls and promises. */
export async function loadDemoDay(house: DemoHouse): Promise<void> {
  const authority = knownAuthorities.find(({ code }) => code === house.config.authorityCode)
  if (authority === undefined) throw new Error(`no authority ${house.config.authorityCode}`)
  const reason = 'demo day'
  const system = systemActor({ authorityId: authority.id, authorityCode: authority.code, reason })
  for (const [email, count] of Object.entries(demoCaseloads)) {
    const worker = await demoActor(house, system, email)
    if (worker === null) continue
    const { organisationIds } = worker
    await asActor(house.db, system, (tx) =>
      updateCaseload(tx, {
        authorityId: authority.id,
        workerId: worker.accountId,
        organisationIds,
        count,
      }),
    )
  }
  const jo = await demoActor(house, system, 'jo.pugh@hub.example')
  if (jo === null) return
  const carers = await asActor(house.db, jo, (tx) => listCaseload(tx, jo.accountId))
  for (const contact of demoContacts) {
    const personId = carers[contact.carer]
    if (personId !== undefined) await log(house, jo, { contact, personId })
  }
}

type DemoActor = Actor & { readonly accountId: string }

async function demoActor(
  { db }: DemoHouse,
  system: Actor,
  email: string,
): Promise<DemoActor | null> {
  const { authorityId } = system
  const worker = await asActor(db, system, (tx) => findDemoWorker(tx, { authorityId, email }))
  if (worker === null) return null
  const { accountId, displayName, memberships } = worker
  return { ...system, accountId, displayName, ...chargeOf(memberships, null) }
}

function log(
  { db, clock }: DemoHouse,
  worker: DemoActor,
  of: { readonly contact: DemoContact; readonly personId: string },
): Promise<unknown> {
  const { daysAgo, time, promise, channel, direction, outcome, minutes, words } = of.contact
  const today = clock.today()
  const promised =
    promise === null
      ? {}
      : {
          followUp: promise.words,
          followUpOn: addDays(today, promise.inDays),
          followUpBy: worker.accountId,
        }
  return asActor(db, worker, (tx) =>
    insertContact(tx, {
      channel,
      direction,
      outcome,
      minutes,
      words,
      ...promised,
      authorityId: worker.authorityId,
      id: newId(),
      personId: of.personId,
      organisationId: worker.organisationIds[0] ?? 0,
      accountId: worker.accountId,
      at: at(addDays(today, -daysAgo), time, clock),
    }),
  )
}

function at(day: IsoDate, time: string, clock: DemoHouse['clock']): string {
  return momentOf(day, timeFrom(time), { today: clock.today(), at: clock.now() })
}
