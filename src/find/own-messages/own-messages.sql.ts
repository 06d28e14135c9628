import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { CarerKind } from '#people/persons/involvement.ts'

/** A message to the carer, or one that the carer wrote. */
export type OwnMessage = {
  readonly id: string
  readonly way: 'to_you' | 'from_you'
  readonly at: string
  readonly channel: string
  readonly subject: string | null
  readonly body: string
}

/** What was sent to a carer and what they wrote here, newest first, and how many there are in all. */
export async function listOwnMessages(
  tx: Tx,
  of: { readonly authorityId: number; readonly personId: string; readonly limit: number },
): Promise<{ readonly messages: readonly OwnMessage[]; readonly total: number }> {
  const { rows } = await sql<OwnMessage & { total: number }>`
    select id, way, at, channel, subject, body, count(*) over () as total from (
      select id, 'to_you' as way, created_at as at, channel, subject, body from message
       where authority_id = ${of.authorityId} and person_id = ${of.personId}
         and not withheld and state <> 'stopped'
      union all
      select id, 'from_you', at, channel, null, words from contact
       where authority_id = ${of.authorityId} and person_id = ${of.personId}
         and channel = 'web' and direction = 'in' and not withheld
      union all
      select id, 'from_you', received_at, 'web', null, told ->> 'more' from referral
       where authority_id = ${of.authorityId} and person_id = ${of.personId}
         and source = 'self' and agreed_how = 'message' and told ->> 'more' is not null
    ) as each
    order by at desc, id desc limit ${of.limit}`.execute(tx)
  return { messages: rows, total: Number(rows[0]?.total ?? 0) }
}

/** As what kind of carer, and with which organisation, somebody is worked with now; null with none. */
export async function findOwnInvolvement(
  tx: Tx,
  of: { readonly authorityId: number; readonly personId: string },
): Promise<{ readonly kind: CarerKind; readonly organisationId: number } | null> {
  const row = await tx
    .selectFrom('involvement')
    .select(['kind', 'organisationId'])
    .where('authorityId', '=', of.authorityId)
    .where('personId', '=', of.personId)
    .where('kind', '<>', 'cared_for')
    .where('until', 'is', null)
    .orderBy('since', 'desc')
    .executeTakeFirst()
  return row === undefined ? null : { ...row, kind: row.kind as CarerKind }
}
