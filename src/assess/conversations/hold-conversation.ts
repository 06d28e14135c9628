import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { findInvolvement } from '#assess/assessments/assessments.sql.ts'
import { startAssessment } from '#assess/assessments/start-assessment.ts'
import { nextCheckIn } from './check-in.rules.ts'
import type { Conversation, ConversationNumber } from './conversation.ts'
import { insertConversation, updateAskedFor } from './conversations.sql.ts'

export type Held = Pick<
  Conversation,
  'id' | 'number' | 'heldOn' | 'words' | 'unconfirmed' | 'assessmentAskedFor'
>

/**
 * Writes a conversation down. A crisis stays open and is looked in on from the next day; and where
 * the carer asked for an assessment, its clock starts with the day of the conversation.
 */
export async function holdConversation(
  tx: Tx,
  of: { readonly actor: Actor; readonly personId: string; readonly held: Held },
): Promise<void> {
  const { actor, personId, held } = of
  const crisis = held.number === 2
  const written = await insertConversation(tx, {
    ...held,
    authorityId: actor.authorityId,
    personId,
    organisationId: await talkingOrganisation(tx, actor, personId),
    accountId: actor.accountId,
    state: crisis ? 'open' : 'closed',
    checkInOn: crisis ? nextCheckIn(held.heldOn) : null,
    closedOn: crisis ? null : held.heldOn,
  })
  if (written && held.assessmentAskedFor)
    await startAssessment(tx, { actor, personId, on: held.heldOn, where: whereAsked(held.number) })
}

/** The organisation that holds a conversation: one's own, or the one that works with the carer. */
async function talkingOrganisation(tx: Tx, actor: Actor, personId: string): Promise<number> {
  const involvement = await findInvolvement(tx, personId, actor.organisationIds)
  const organisationId = actor.organisationIds[0] ?? involvement?.organisationId
  if (organisationId === undefined) throw new Error('A conversation needs an organisation')
  return organisationId
}

/** Keeps that an assessment was asked for in a conversation, and starts its clock with that day, once. */
export async function askIn(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly conversation: Pick<Conversation, 'id' | 'personId' | 'number'>
    readonly on: IsoDate
  },
): Promise<void> {
  const { actor, conversation, on } = of
  if (!(await updateAskedFor(tx, conversation.id))) return
  const where = whereAsked(conversation.number)
  await startAssessment(tx, { actor, personId: conversation.personId, on, where })
}

function whereAsked(number: ConversationNumber): string {
  return `In conversation ${number}`
}
