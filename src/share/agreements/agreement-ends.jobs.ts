import type { Job } from '#platform/room.ts'
import { refreshEndedAgreements } from './agreements.sql.ts'

/** Each night after midnight in London: an agreement holds through its last day and no longer. */
export const endAgreements: Job = {
  queue: 'agreements.end',
  every: '5 0 * * *',
  run: async ({ db }) => {
    await refreshEndedAgreements(db)
  },
}
