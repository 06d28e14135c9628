import type { Job } from '#platform/room.ts'
import { deleteSpentSignIns } from './sign-in.sql.ts'

/** Clears away what is over: sessions, codes and links, sign-ons under way, and tries that no longer count. */
export const clearSpentSignIns: Job = {
  queue: 'accounts.clear',
  every: '17 3 * * *',
  run: async ({ db, clock }) => deleteSpentSignIns(db, clock.now()),
}
