import { dutyNames } from '#platform/access/duties.ts'
import type { DemoHouse, Room } from '#platform/room.ts'
import { inDemoCounty } from './demo-actors.ts'
import { demoOrganisations, demoPeople } from './demo-people.ts'
import { findDemoCarer, placeCarer, placeOrganisation, placePerson } from './demo.sql.ts'

/** Sets up the demo's organisations and the people who work there; harmless where they are there. */
export function placeDemoPeople(house: DemoHouse): Promise<void> {
  return inDemoCounty(house, 'demo people', async (tx, authorityId) => {
    const numbers = new Map<string, number>()
    for (const [name, organisation] of Object.entries(demoOrganisations)) {
      numbers.set(name, await placeOrganisation(tx, authorityId, organisation))
    }
    for (const person of demoPeople) {
      await placePerson(tx, authorityId, { ...person, organisationId: numbers.get(person.at) ?? 0 })
    }
  })
}

/** Gives one carer of the imported register an account. */
export function placeDemoCarer(house: DemoHouse): Promise<void> {
  return inDemoCounty(house, 'demo carer', async (tx, authorityId) => {
    const carer = await findDemoCarer(tx, authorityId)
    if (carer === null) return
    const email = carer.email ?? 'carer@example.org'
    await placeCarer(tx, authorityId, { personId: carer.id, name: carer.name, email })
  })
}

/** The demo's second step, which needs people: a room of its own, because each room takes one. */
export const demoCarer: Room = {
  name: 'demo carer',
  demo: { order: 30, says: 'Giving a carer of the register an account …', load: placeDemoCarer },
}

/** What the person who starts the demo reads once it listens. */
export function welcomeToDemo(address: string): readonly string[] {
  const people = demoPeople.map(
    ({ name, duties, at }) =>
      `  ${name}, ${duties.map((duty) => dutyNames[duty]).join(' and ')}, ${demoOrganisations[at].name}`,
  )
  return [
    `Sign in at ${address}/sign-in/demo as any of these, or as a carer of the register:`,
    ...people,
  ]
}
