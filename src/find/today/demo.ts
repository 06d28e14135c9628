import type { Tx } from '#platform/db/database.ts'
import { addDays } from '#platform/lib/dates.ts'
import type { DemoHouse } from '#platform/room.ts'
import {
  asDemoPerson,
  type DemoActor,
  demoId,
  inDemoCounty,
  isLive,
} from '#share/accounts/demo-actors.ts'
import { demoPeople } from '#share/accounts/demo-people.ts'
import { getDemoAccount } from '#share/accounts/demo.sql.ts'
import { insertContact } from '#find/contacts/contacts.sql.ts'
import { momentOf, timeFrom } from '#find/contacts/moment.rules.ts'
import { demoCaseloads, demoContacts, type DemoContact } from './demo-day.ts'
import { listCaseload, updateCaseload } from './demo.sql.ts'

/** Gives the demo's workers carers of their own, and one of them some days' calls and promises. */
export async function loadDemoDay(house: DemoHouse): Promise<void> {
  if (!isLive(house)) return
  for (const { name, email } of demoPeople) {
    const count = demoCaseloads[name]
    if (count === undefined) continue
    await inDemoCounty(house, 'demo day', async (tx, authorityId) => {
      const { id, organisationId } = await getDemoAccount(tx, authorityId, email)
      await updateCaseload(tx, { authorityId, workerId: id, organisationId, count })
    })
  }
  await asDemoPerson(house, 'Jo Pugh', async (tx, jo) => {
    const carers = await listCaseload(tx, jo.accountId)
    for (const contact of demoContacts) {
      const personId = carers[contact.carer]
      if (personId !== undefined) await log(tx, { house, worker: jo, contact, personId })
    }
  })
}

type Logged = {
  readonly house: DemoHouse
  readonly worker: DemoActor
  readonly contact: DemoContact
  readonly personId: string
}

function log(tx: Tx, { house, worker, contact, personId }: Logged): Promise<boolean> {
  const today = house.clock.today()
  const { carer, daysAgo, time, promise, ...told } = contact
  const promised =
    promise === null
      ? {}
      : {
          followUp: promise.words,
          followUpOn: addDays(today, promise.inDays),
          followUpBy: worker.accountId,
        }
  const moment = { today, at: house.clock.now() }
  return insertContact(tx, {
    ...told,
    ...promised,
    authorityId: worker.authorityId,
    id: demoId(`contact ${carer} ${daysAgo} ${time}`),
    personId,
    organisationId: worker.organisationIds[0] ?? 0,
    accountId: worker.accountId,
    at: momentOf(addDays(today, -daysAgo), timeFrom(time), moment),
  })
}
