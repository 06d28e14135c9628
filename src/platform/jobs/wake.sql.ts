import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

export const wakeChannel = 'alongside_wake'

/**
 * Asks that a queue's job run once this transaction has committed. What is to be done stands in the
 * room's own rows, so a lost call costs only the time until the job's next run by the clock.
 */
export async function wake(tx: Tx, queue: string): Promise<void> {
  await sql`select pg_notify(${wakeChannel}, ${queue})`.execute(tx)
}
