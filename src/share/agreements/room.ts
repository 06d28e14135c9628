import type { Room } from '#platform/room.ts'
import { endAgreements } from './agreement-ends.jobs.ts'
import { sharedWith } from './panel.ts'

/** What carers agreed may be shared, with whom, and until when. */
export const agreements: Room = {
  name: 'agreements',
  recordPanels: [sharedWith],
  jobs: [endAgreements],
}
