import type { Actor } from '#platform/access/actor.ts'
import { asActor } from '#platform/access/as-actor.ts'
import type { Database, Tx } from '#platform/db/database.ts'
import { Forbidden, NotFound } from '#platform/lib/errors.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'
import type { Override } from './override.ts'
import { isOpen } from './override.rules.ts'

/** The actor with an account of their own, which an override belongs to. */
export function accountOf({ accountId }: Actor): string {
  if (accountId === null) throw new Forbidden('An override is somebody’s')
  return accountId
}

/**
 * One transaction that carries an override's pass beside the actor's organisations, and so reads that
 * record's rows of its purposes; throws NotFound once it is shut, and for everybody but its opener.
 */
export function asOpened<T>(
  db: Database,
  of: { readonly actor: Actor; readonly override: Override; readonly now: IsoInstant },
  work: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<T> {
  const { actor, override, now } = of
  if (override.accountId !== actor.accountId || !isOpen(override, now))
    throw new NotFound('override')
  const opened = { ...actor, organisationIds: [...actor.organisationIds, override.pass] }
  return asActor(db, opened, (tx) => work(tx, opened))
}
