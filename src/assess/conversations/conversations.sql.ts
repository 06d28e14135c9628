import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { statement } from '#platform/db/statement.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { CheckIn, Conversation } from './conversation.ts'

function conversations(tx: Tx) {
  return tx
    .selectFrom('conversation')
    .leftJoin('account', (join) =>
      join
        .onRef('account.authorityId', '=', 'conversation.authorityId')
        .onRef('account.id', '=', 'conversation.accountId'),
    )
    .select([
      'conversation.id',
      'conversation.personId',
      'conversation.organisationId',
      'conversation.accountId',
      'account.displayName as heldBy',
      'conversation.number',
      'conversation.heldOn',
      'conversation.state',
      'conversation.words',
      'conversation.unconfirmed',
      'conversation.checkInOn',
      'conversation.closedOn',
      'conversation.assessmentAskedFor',
      'conversation.version',
    ])
    .$castTo<Conversation>()
}

/** The conversation; throws NotFound where there is none that the actor may read. */
export async function getConversation(tx: Tx, id: string): Promise<Conversation> {
  const found = await conversations(tx).where('conversation.id', '=', id).executeTakeFirst()
  if (found === undefined) throw new NotFound('conversation')
  return found
}

/** All conversations with a person, the newest first. */
export const listConversations = statement((tx, personId: string) =>
  conversations(tx)
    .where('conversation.personId', '=', personId)
    .orderBy('heldOn', 'desc')
    .orderBy('conversation.id', 'desc'),
)

/** Writes a conversation down; false where the row is there already (the same form sent twice). */
export async function insertConversation(
  tx: Tx,
  conversation: Pick<
    Conversation,
    | 'id'
    | 'personId'
    | 'organisationId'
    | 'accountId'
    | 'number'
    | 'heldOn'
    | 'state'
    | 'words'
    | 'unconfirmed'
    | 'checkInOn'
    | 'closedOn'
    | 'assessmentAskedFor'
  > & { readonly authorityId: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('conversation')
    .values({
      ...conversation,
      words: JSON.stringify(conversation.words),
      unconfirmed: JSON.stringify(conversation.unconfirmed),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves what was said in a part; false where somebody saved since that version was read. */
export async function updateConversation(
  tx: Tx,
  of: Pick<
    Conversation,
    'id' | 'version' | 'heldOn' | 'words' | 'unconfirmed' | 'assessmentAskedFor'
  >,
): Promise<boolean> {
  const { id, version, words, unconfirmed, heldOn, assessmentAskedFor } = of
  const { numUpdatedRows } = await tx
    .updateTable('conversation')
    .set((eb) => ({
      heldOn,
      assessmentAskedFor,
      words: JSON.stringify(words),
      unconfirmed: JSON.stringify(unconfirmed),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Keeps that an assessment was asked for in it; false where that was kept before. */
export async function updateAskedFor(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('conversation')
    .set((eb) => ({ assessmentAskedFor: true, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('assessmentAskedFor', '=', false)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What was found on looking in; false where the same form was sent before. */
export async function insertCheckIn(
  tx: Tx,
  checkIn: {
    readonly authorityId: number
    readonly id: string
    readonly conversationId: string
    readonly personId: string
    readonly accountId: string | null
    readonly heldOn: IsoDate
    readonly words: string
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('conversationCheckIn')
    .values(checkIn)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The times that somebody looked in, the latest first. */
export function listCheckIns(tx: Tx, conversationId: string): Promise<CheckIn[]> {
  return tx
    .selectFrom('conversationCheckIn as seen')
    .leftJoin('account', (join) =>
      join
        .onRef('account.authorityId', '=', 'seen.authorityId')
        .onRef('account.id', '=', 'seen.accountId'),
    )
    .select(['seen.id', 'seen.heldOn', 'account.displayName as heldBy', 'seen.words'])
    .where('conversationId', '=', conversationId)
    .orderBy('seen.heldOn', 'desc')
    .orderBy('seen.id', 'desc')
    .$castTo<CheckIn>()
    .execute()
}

/** Sets the next day to look in, of a crisis that goes on. */
export async function updateCheckInOn(tx: Tx, id: string, checkInOn: IsoDate): Promise<void> {
  await tx
    .updateTable('conversation')
    .set((eb) => ({ checkInOn, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
}

/** Stands a crisis down, with why and what comes next; nobody looks in any more. */
export async function updateStoodDown(
  tx: Tx,
  of: {
    readonly id: string
    readonly closedOn: IsoDate
    readonly reason: string
    readonly next: string
  },
): Promise<void> {
  await tx
    .updateTable('conversation')
    .set((eb) => ({
      state: 'closed',
      checkInOn: null,
      closedOn: of.closedOn,
      words: sql`words || ${JSON.stringify({ stoodDown: of.reason, next: of.next })}::jsonb`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', of.id)
    .where('state', '=', 'open')
    .execute()
}

export type WaitingCheckIn = {
  readonly id: string
  readonly checkInOn: IsoDate
  readonly accountId: string | null
  readonly heldBy: string | null
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
}

/**
 * The crises that somebody has to look in on: the actor's own, and those of their organisation that
 * were not looked in on in time, because whoever promised may be ill. `total` counts them all.
 */
export async function listWaitingCheckIns(
  tx: Tx,
  of: { readonly actor: Actor; readonly today: IsoDate; readonly limit: number },
): Promise<{ readonly checkIns: readonly WaitingCheckIn[]; readonly total: number }> {
  const rows = await tx
    .selectFrom('conversation')
    .innerJoin('person', (join) =>
      join
        .onRef('person.authorityId', '=', 'conversation.authorityId')
        .onRef('person.id', '=', 'conversation.personId'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.authorityId', '=', 'conversation.authorityId')
        .onRef('account.id', '=', 'conversation.accountId'),
    )
    .select(['conversation.id', 'checkInOn', 'conversation.accountId'])
    .select(['account.displayName as heldBy', 'givenName', 'familyName', 'knownAs'])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('conversation.authorityId', '=', of.actor.authorityId)
    .where('state', '=', 'open')
    .where('checkInOn', 'is not', null)
    .where((where) =>
      where.or([
        where('conversation.accountId', '=', of.actor.accountId),
        where.and([
          where('conversation.organisationId', 'in', [...of.actor.organisationIds, -1]),
          where('checkInOn', '<', of.today),
        ]),
      ]),
    )
    .orderBy('checkInOn')
    .orderBy('conversation.id')
    .limit(of.limit)
    .$castTo<WaitingCheckIn & { readonly total: number }>()
    .execute()
  return { checkIns: rows, total: rows[0]?.total ?? 0 }
}
