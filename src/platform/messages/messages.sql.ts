import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database.ts'
import { statement } from '#platform/db/statement.ts'
import { wake } from '#platform/jobs/wake.sql.ts'
import type { DocumentFormat } from '#platform/documents/formats.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { type Going, type MessageFacts, whyStopped } from './stops.rules.ts'

export type NewMessage = {
  readonly authorityId: number
  readonly channel: 'email' | 'text' | 'letter'
  readonly purpose:
    | 'sign_in'
    | 'receipt'
    | 'decision'
    | 'plan'
    | 'reminder'
    | 'conversation'
    | 'office'
  /** An e-mail address, a telephone number, or the lines of a postal address. */
  readonly recipient: string
  readonly subject?: string
  readonly body: string
  readonly personId?: string
  readonly accountId?: string
  /** The format of the document that it brings; without one it is plain words. */
  readonly format?: DocumentFormat
  readonly attachments?: readonly {
    readonly name: string
    readonly type: string
    readonly bytes: Buffer
  }[]
}

export const sendQueue = 'messages.send'

/**
 * Writes a message into the outbox; it leaves after this transaction commits. One that may not go to
 * its person is kept as stopped, with the reason. Gives its id.
 */
export async function queueMessage(tx: Tx, message: NewMessage): Promise<string> {
  const { attachments = [], ...rest } = message
  const id = newId()
  const withheld = message.purpose === 'sign_in'
  const why = await whyNotTo(tx, message)
  const standing = why === null ? {} : { state: 'stopped', fault: why }
  await tx
    .insertInto('message')
    .values({ ...rest, ...standing, id, withheld })
    .execute()
  for (const attachment of attachments) {
    const about = {
      authorityId: message.authorityId,
      messageId: id,
      personId: message.personId ?? null,
    }
    await tx
      .insertInto('messageAttachment')
      .values({ ...about, ...attachment, id: newId() })
      .execute()
  }
  await wake(tx, sendQueue)
  return id
}

/** Why a message may not go to its person, in words for the worker; null where it may, or is to nobody known. */
export async function whyNotTo(
  tx: Tx,
  message: Pick<NewMessage, 'authorityId' | 'channel' | 'purpose'> & {
    readonly personId?: string | null | undefined
    readonly format?: DocumentFormat | null | undefined
  },
): Promise<string | null> {
  const { authorityId, personId } = message
  if (personId === undefined || personId === null) return null
  const facts = await findMessageFacts(tx, { authorityId, personId })
  return facts === null ? null : whyStopped({ ...message, format: message.format ?? null }, facts)
}

async function findMessageFacts(
  tx: Tx,
  of: { readonly authorityId: number; readonly personId: string },
): Promise<MessageFacts | null> {
  const { rows } = await sql<MessageFacts>`
    select * from message_facts(${of.authorityId}, ${of.personId})`.execute(tx)
  const [facts] = rows
  if (facts === undefined) return null
  const { diedOn, caringEndedOn } = facts
  return {
    ...facts,
    diedOn: diedOn === null ? null : isoDate(diedOn),
    caringEndedOn: caringEndedOn === null ? null : isoDate(caringEndedOn),
  }
}

/**
 * Stops what waits for a person and may no longer go to them: after a death, an end of caring, or a
 * change of how they may be reached. Gives how many were stopped.
 */
export async function stopMessagesTo(
  tx: Tx,
  of: { readonly authorityId: number; readonly personId: string },
): Promise<number> {
  const facts = await findMessageFacts(tx, of)
  if (facts === null) return 0
  const waiting = await tx
    .selectFrom('message')
    .select(['authorityId', 'id', 'channel', 'purpose', 'format'])
    .where('authorityId', '=', of.authorityId)
    .where('personId', '=', of.personId)
    .where('state', '=', 'queued')
    .forUpdate()
    .execute()
  let stopped = 0
  for (const message of waiting) {
    const why = whyStopped(message as Going, facts)
    if (why === null) continue
    await markMessage(tx, message, { state: 'stopped', fault: why })
    stopped += 1
  }
  return stopped
}

export type OutgoingMessage = {
  readonly authorityId: number
  readonly id: string
  readonly personId: string | null
  readonly purpose: NewMessage['purpose']
  readonly format: DocumentFormat | null
  readonly channel: NewMessage['channel']
  readonly recipient: string
  readonly subject: string | null
  readonly body: string
  readonly tries: number
}

/** The authorities in whose outbox something waits. */
export async function listAuthoritiesWithMessages(
  db: Database,
): Promise<readonly { id: number; code: string }[]> {
  const { rows } = await sql<{
    id: number
    code: string
  }>`select id, code from authorities_with_messages()`.execute(db)
  return rows
}

/** Takes up to `limit` messages in hand, so that no other process sends them too. */
export async function claimMessages(
  tx: Tx,
  authorityId: number,
  limit: number,
): Promise<readonly OutgoingMessage[]> {
  const { rows } = await sql<OutgoingMessage>`
    update message set state = 'sending', claimed_at = now(), tries = tries + 1
     where authority_id = ${authorityId} and id in (
       select id from message
        where authority_id = ${authorityId} and state = 'queued' and next_try_at <= now()
        order by next_try_at limit ${limit} for update skip locked)
    returning authority_id, id, person_id, purpose, format, channel, recipient, subject, body, tries`.execute(
    tx,
  )
  return rows
}

/** What was in hand when the house stopped may have gone out: it is shown, and not sent again unasked. */
export async function markUnsure(tx: Tx, authorityId: number): Promise<void> {
  await sql`update message set state = 'unsure', fault = 'The service stopped while this was being sent'
     where authority_id = ${authorityId} and state = 'sending' and claimed_at < now() - interval '10 minutes'`.execute(
    tx,
  )
}

export async function markMessage(
  tx: Tx,
  message: Pick<OutgoingMessage, 'authorityId' | 'id'>,
  as:
    | { readonly state: 'sent' | 'kept' | 'failed' }
    | { readonly state: 'stopped'; readonly fault: string }
    | { readonly state: 'queued'; readonly waitSeconds: number; readonly fault: string },
): Promise<void> {
  const sentAt = as.state === 'sent' ? sql<string>`now()` : null
  const nextTryAt =
    as.state === 'queued'
      ? sql<string>`now() + make_interval(secs => ${as.waitSeconds})`
      : sql<string>`next_try_at`
  await tx
    .updateTable('message')
    .set({
      state: as.state,
      sentAt,
      nextTryAt,
      ...('fault' in as ? { fault: as.fault } : {}),
    })
    .where('authorityId', '=', message.authorityId)
    .where('id', '=', message.id)
    .execute()
}

export async function listAttachments(
  tx: Tx,
  message: Pick<OutgoingMessage, 'authorityId' | 'id'>,
) {
  return tx
    .selectFrom('messageAttachment')
    .select(['id', 'name', 'type', 'bytes'])
    .where('authorityId', '=', message.authorityId)
    .where('messageId', '=', message.id)
    .orderBy('id')
    .execute()
}

/** The newest messages of the authority, for the demo's outbox page. */
export async function listOutbox(tx: Tx, authorityId: number, limit: number) {
  return tx
    .selectFrom('message')
    .select([
      'id',
      'channel',
      'purpose',
      'recipient',
      'subject',
      'body',
      'state',
      'createdAt',
      'fault',
    ])
    .where('authorityId', '=', authorityId)
    .orderBy('createdAt', 'desc')
    .limit(limit)
    .execute()
}

/** What was sent to a person, newest first, as that person or a worker may read it. */
export async function listMessagesTo(tx: Tx, authorityId: number, personId: string, limit: number) {
  return tx
    .selectFrom('message')
    .select(['id', 'channel', 'purpose', 'subject', 'body', 'state', 'createdAt', 'sentAt'])
    .where('authorityId', '=', authorityId)
    .where('personId', '=', personId)
    .where('withheld', '=', false)
    .orderBy('createdAt', 'desc')
    .limit(limit)
    .execute()
}

export type StoppedMessage = {
  readonly subject: string | null
  readonly fault: string | null
  readonly createdAt: string
}

/** The last that were not sent to a person and why, the newest first; for who works with them. */
export const listStopped = statement((tx, personId: string) =>
  tx
    .selectFrom('message')
    .select(['subject', 'fault', 'createdAt'])
    .where('personId', '=', personId)
    .where('state', '=', 'stopped')
    .where('withheld', '=', false)
    .orderBy('createdAt', 'desc')
    .limit(3),
)
