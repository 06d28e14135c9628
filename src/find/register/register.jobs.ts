import type { Job } from '#platform/room.ts'
import { deleteOldDrafts } from './drafts.sql.ts'

/** Every night: what visitors began to type and did not come back to. */
export const forgetDrafts: Job = {
  queue: 'register.forget-drafts',
  every: '20 3 * * *',
  run: async ({ db }) => {
    await deleteOldDrafts(db)
  },
}
