import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Person } from '#people/persons/person.ts'
import { askForAssessment } from '#assess/assessments/ask.ts'
import { findInvolvement } from '#assess/assessments/assessments.sql.ts'
import { whichFor } from '#assess/assessments/which-for.ts'
import { nextCheckIn } from './check-in.rules.ts'
import { purposes, type ConversationNumber, type ConversationWords } from './conversation.ts'
import { insertConversation } from './conversations.sql.ts'

export type Held = {
  readonly id: string
  readonly number: ConversationNumber
  readonly heldOn: IsoDate
  readonly words: ConversationWords
  readonly assessmentAskedFor: boolean
}

/**
 * Writes a conversation down. A crisis stays open and is looked in on from the next day; and where
 * the carer asked for an assessment, its clock starts with the day of the conversation.
 */
export async function holdConversation(
  tx: Tx,
  of: { readonly actor: Actor; readonly person: Person; readonly held: Held },
): Promise<void> {
  const { actor, person, held } = of
  const crisis = held.number === 2
  const involvement = await findInvolvement(tx, person.id, actor.organisationIds)
  const organisationId = actor.organisationIds[0] ?? involvement?.organisationId
  if (organisationId === undefined) throw new Error('A conversation needs an organisation')
  const written = await insertConversation(tx, {
    ...held,
    authorityId: actor.authorityId,
    personId: person.id,
    organisationId,
    accountId: actor.accountId,
    state: crisis ? 'open' : 'closed',
    checkInOn: crisis ? nextCheckIn(held.heldOn) : null,
    closedOn: crisis ? null : held.heldOn,
  })
  if (written && held.assessmentAskedFor) await startAssessment(tx, of)
}

/** The clock of an assessment that was asked for in a conversation. */
export async function startAssessment(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly person: Person
    readonly held: Pick<Held, 'number' | 'heldOn'>
  },
): Promise<void> {
  const { actor, person, held } = of
  const which = await whichFor(tx, { person, among: actor.organisationIds, today: held.heldOn })
  await askForAssessment(tx, {
    actor,
    id: newId(),
    personId: person.id,
    kind: which.kind,
    on: held.heldOn,
    where: `In ${purposes[held.number].title.toLowerCase().split(':')[0]}`,
  })
}
