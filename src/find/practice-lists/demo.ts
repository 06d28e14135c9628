import { addDays } from '#platform/lib/dates.ts'
import type { DemoHouse } from '#platform/room.ts'
import { asDemoPerson, demoId, inDemoCounty, isLive } from '#share/accounts/demo-actors.ts'
import { demoOrganisations } from '#share/accounts/demo-people.ts'
import { insertAgreement } from '#share/agreements/agreements.sql.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { endDemoAgreement, listDemoPatients } from './demo.sql.ts'
import { findOwnPractice, readPracticeList } from './read-practice-list.ts'

/**
 * Some patients of the demo's practice agree to be flagged; the practice has confirmed the first of
 * them, one has taken their agreement back since, and two are new.
 */
export async function placeDemoFlags(house: DemoHouse): Promise<void> {
  if (!isLive(house)) return
  const { name } = demoOrganisations.practice
  const patients = await inDemoCounty(house, 'demo flags', (tx, authorityId) =>
    listDemoPatients(tx, { authorityId, practice: name, written: 'Davenal House%', limit: 9 }),
  )
  const today = house.clock.today()
  const agree = (some: typeof patients, days: number) =>
    inDemoCounty(house, 'demo flags', async (tx, authorityId) => {
      for (const { personId, organisationId } of some) {
        await insertAgreement(tx, {
          authorityId,
          id: demoId(`flag ${personId}`),
          personId,
          organisationId,
          purposes: ['identity'],
          agreedOn: addDays(today, -days),
          howGiven: 'spoken',
          recordedBy: null,
        })
      }
    })
  await agree(patients.slice(0, 7), 40)
  await asDemoPerson(house, 'Nerys Vaughan', async (tx, actor) => {
    const practice = await findOwnPractice(tx, actor, undefined)
    if (practice === null) return
    const { next } = await readPracticeList(tx, practice, today)
    if (next.number === 1)
      await confirmReceipt(tx, { actor, practice, shown: next, clock: house.clock })
  })
  await agree(patients.slice(7), 3)
  const [leaver] = patients
  if (leaver !== undefined)
    await inDemoCounty(house, 'demo flags', (tx) =>
      endDemoAgreement(tx, { id: demoId(`flag ${leaver.personId}`), on: addDays(today, -1) }),
    )
}
