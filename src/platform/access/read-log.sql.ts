import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Actor } from './actor.ts'
import { purposeOfLook } from './purpose-of-look.ts'

export type WhyRead = {
  /** What for, in words that go on from "looked at your record": `to log a phone call with you`. */
  readonly purpose?: string
  /** The override by which the record was opened without agreement. */
  readonly overrideId?: string
}

/**
 * Writes down that the actor looked at a person's record; `what` in words the carer will read. Why is
 * told by the route unless told better.
 */
export async function noteRead(
  tx: Tx,
  actor: Actor,
  personId: string,
  what: string,
  { purpose, overrideId }: WhyRead = {},
): Promise<void> {
  await tx
    .insertInto('readLog')
    .values({
      authorityId: actor.authorityId,
      personId,
      accountId: actor.accountId,
      readerName: actor.displayName,
      organisationIds: organisations(actor),
      duties: [...actor.duties],
      what,
      purpose: purpose ?? purposeOfLook(actor.reason),
      overrideId: overrideId ?? null,
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
    insert into read_log (authority_id, person_id, account_id, reader_name, organisation_ids, duties, what, purpose,
                          reason, request_id)
    select ${actor.authorityId}, person_id, ${actor.accountId}::uuid, ${actor.displayName},
           ${organisations(actor)}::integer[], ${[...actor.duties]}::text[], ${what},
           ${purposeOfLook(actor.reason)}, ${actor.reason}, ${actor.requestId}
      from unnest(${[...personIds]}::uuid[]) as person_id`.execute(tx)
}

/** Where the reader works; the passes of overrides, below nought, are no organisations. */
const organisations = ({ organisationIds }: Actor): number[] =>
  organisationIds.filter((id) => id > 0)
