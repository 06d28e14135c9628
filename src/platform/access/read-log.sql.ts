import { sql } from 'kysely'
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

/** The same for everybody on a list that the actor looked at. */
export async function noteReads(
  tx: Tx,
  actor: Actor,
  personIds: readonly string[],
  what: string,
): Promise<void> {
  if (personIds.length === 0) return
  await sql`
    insert into read_log (authority_id, person_id, account_id, reader_name, organisation_ids, what, reason, request_id)
    select ${actor.authorityId}, person_id, ${actor.accountId}::uuid, ${actor.displayName},
           ${[...actor.organisationIds]}::integer[], ${what}, ${actor.reason}, ${actor.requestId}
      from unnest(${[...personIds]}::uuid[]) as person_id`.execute(tx)
}
