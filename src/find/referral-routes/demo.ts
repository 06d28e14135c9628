import type { DemoHouse } from '#platform/room.ts'
import { inDemoCounty } from '#share/accounts/demo-actors.ts'
import { demoOrganisations } from '#share/accounts/demo-people.ts'
import type { OwnIntake } from './intakes.sql.ts'
import { findIntake, listSettable, saveIntake } from './intakes.sql.ts'

const takesAll = {
  areas: [],
  reasons: [],
  capacity: null,
  paused: false,
  pausedUntil: null,
  pausedBecause: null,
  place: 5,
} as const

/** What the demo's organisations take: the hub and the young carers' service all, a charity its own corner. */
const words: readonly (Omit<OwnIntake, 'authorityId' | 'organisationId' | 'version'> & {
  readonly name: string
})[] = [
  {
    ...takesAll,
    name: demoOrganisations.hub.name,
    kinds: ['adult_carer', 'parent_carer', 'young_carer', 'young_adult_carer'],
    capacity: 120,
  },
  {
    ...takesAll,
    name: demoOrganisations.youngCarers.name,
    kinds: ['young_carer', 'young_adult_carer'],
    capacity: 40,
    place: 6,
  },
  {
    ...takesAll,
    name: demoOrganisations.circle.name,
    kinds: ['adult_carer', 'parent_carer'],
    // Malvern Hills and Wychavon.
    areas: ['E07000235', 'E07000238'],
    reasons: ['break', 'emotional_support', 'information'],
    capacity: 12,
    place: 7,
  },
]

/** Says for the demo's organisations what they take; what somebody has said since stays. */
export function placeDemoIntakes(house: DemoHouse): Promise<void> {
  return inDemoCounty(house, 'who takes referrals', async (tx, authorityId) => {
    const organisations = await listSettable(tx, { authorityId, all: true, own: [] })
    for (const { name, ...word } of words) {
      const organisationId = organisations.find((each) => each.name === name)?.id
      if (organisationId === undefined || (await findIntake(tx, organisationId)) !== null) continue
      await saveIntake(tx, { ...word, authorityId, organisationId, version: 1 })
    }
  })
}
