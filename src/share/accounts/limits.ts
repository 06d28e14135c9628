import type { Config } from '#config.ts'
import type { Database } from '#platform/db/database.ts'
import type { Clock, IsoInstant } from '#platform/lib/dates.ts'
import { limits, type LimitName } from './limits.rules.ts'
import { keyed } from './secret.ts'
import { countAttempt, deleteAttempts } from './sign-in.sql.ts'

type LimitHouse = { readonly db: Database; readonly config: Config; readonly clock: Clock }
export type Tried = readonly [LimitName, string]

/**
 * Counts one try under each key, in order, and stops at the first that is full. Gives null, or the
 * moment from which it may be tried again. Kept without the addresses themselves.
 */
export async function tooManyTries(
  house: LimitHouse,
  ...tried: readonly Tried[]
): Promise<IsoInstant | null> {
  for (const [kind, key] of tried) {
    const of = {
      kind,
      key: keyed(house.config, kind, key),
      ...limits[kind],
      now: house.clock.now(),
    }
    const until = await countAttempt(house.db, of)
    if (until !== null) return until
  }
  return null
}

/** Whoever got in starts afresh: their earlier slips no longer count. */
export async function forgetTries(
  { db, config }: LimitHouse,
  ...tried: readonly Tried[]
): Promise<void> {
  for (const [kind, key] of tried) await deleteAttempts(db, { kind, key: keyed(config, kind, key) })
}
