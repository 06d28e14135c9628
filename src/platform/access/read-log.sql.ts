import type { Tx } from '#platform/db/database.ts'
import type { Actor } from './actor.ts'

/** Writes down that the actor looked at a person's record; `what` in words the carer will read. */
export async function noteRead(
  tx: Tx,
  actor: Actor,
  personId: string,
  what: string,
): Promise<void> {
  await tx
    .insertInto('readLog')
    .values({
      authorityId: actor.authorityId,
      personId,
      accountId: actor.accountId,
      readerName: actor.displayName,
      organisationIds: [...actor.organisationIds],
      what,
      reason: actor.reason,
      requestId: actor.requestId,
    })
    .execute()
}
