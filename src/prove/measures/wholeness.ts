import type { Tx } from '#platform/db/database.ts'
import { addDays, addMonths } from '#platform/lib/dates.ts'
import type { Period } from '#platform/room.ts'
import { hasAny } from './figures.sql.ts'
import type { Source } from './sources.sql.ts'

/**
 * A register that came from elsewhere may hold only who was still on it, or had lately left. A
 * period of it is whole enough to be compared only where it shows people leaving.
 */

/** For who was there on the last day: the register still has those who left in the year after. */
export const whoLeftAfterIsKept =
  (left: Source) =>
  (tx: Tx, of: Period): Promise<boolean> =>
    hasAny(tx, left, { ...of, from: addDays(of.to, 1), to: addMonths(of.to, 12) })

/** For who was there on any day: the register still has those who left within the period. */
export const whoLeftWithinIsKept =
  (left: Source) =>
  (tx: Tx, of: Period): Promise<boolean> =>
    hasAny(tx, left, of)

/** For what is known of today alone. */
export const never = async (): Promise<boolean> => false
