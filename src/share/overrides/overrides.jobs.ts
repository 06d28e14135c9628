import type { Job } from '#platform/room.ts'
import { closeEndedOverrides } from './overrides.sql.ts'

/** Every five minutes: nobody carries the pass of an override that is over, and no row need keep it. */
export const closeOverrides: Job = {
  queue: 'overrides.close',
  every: '*/5 * * * *',
  run: async ({ db, clock }) => {
    await closeEndedOverrides(db, clock.now())
  },
}
