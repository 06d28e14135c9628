import type { Room } from '#platform/room.ts'
import { overridesToLookAt } from './on-today.ts'
import { closeOverrides } from './overrides.jobs.ts'
import { openARecordPage } from './pages/open-a-record.ts'
import { openedRecordPage } from './pages/opened-record.ts'
import { lookThroughPage, overridePage, shutOverridePage, withholdPage } from './pages/override.ts'
import { overridesPage } from './pages/overrides.ts'

/** Records opened without agreement, in danger: with a reason, for a while, for a manager to read. */
export const overrides: Room = {
  name: 'overrides',
  pages: (gathered) => [
    openARecordPage,
    overridesPage,
    overridePage,
    openedRecordPage(gathered),
    shutOverridePage,
    lookThroughPage,
    withholdPage,
  ],
  jobs: [closeOverrides],
  today: [overridesToLookAt],
  navigation: [
    {
      door: 'workspace',
      order: 95,
      text: 'Opened records',
      href: '/overrides',
      may: ['manager', 'safeguarding_lead'],
    },
  ],
}
