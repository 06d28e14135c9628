import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { RecordPanel } from '#platform/room.ts'
import { listStopped } from '#platform/messages/messages.sql.ts'
import { findNeeds } from './communication.sql.ts'
import { communicationPanel } from './communication-panel.view.ts'
import { listInvolvements } from './involvements.sql.ts'
import { knownThroughCarer } from './known-through-carer.rules.ts'
import { detailsPanel, involvementPanel, throughCarerPanel } from './panels.view.ts'
import { getPerson, listPreviousIds } from './persons.sql.ts'

/** How to reach the person and what else is known of them. */
export const details: RecordPanel = {
  id: 'details',
  side: 'facts',
  order: 20,
  show: async (tx, { personId, actor }) => {
    const person = await getPerson(tx, personId)
    if (knownThroughCarer(person, actor))
      return { title: 'Details', body: throughCarerPanel(person) }
    const previousIds = await listPreviousIds(tx, personId)
    return { title: 'Details', body: detailsPanel(person, previousIds) }
  },
}

/** Who works with the person. */
export const workingWith: RecordPanel = {
  id: 'working-with',
  side: 'facts',
  order: 30,
  show: async (tx, { personId, actor }) => {
    if (await isThroughCarer(tx, actor, personId)) return null
    return {
      title: 'Who works with them',
      body: involvementPanel({
        personId,
        involvements: await listInvolvements(tx, personId),
        organisationIds: actor.organisationIds,
      }),
    }
  },
}

/** How to reach them safely and be understood, when that was asked, and what was not sent and why. */
export const communication: RecordPanel = {
  id: 'communication',
  side: 'facts',
  order: 15,
  show: async (tx, { personId, actor, today }) => {
    if (await isThroughCarer(tx, actor, personId)) return null
    const needs = await findNeeds(tx, personId)
    const stopped = await listStopped(tx, personId)
    return {
      title: 'Reaching them',
      body: communicationPanel({ personId, needs, stopped, today }),
    }
  },
}

const isThroughCarer = async (tx: Tx, actor: Actor, personId: string): Promise<boolean> =>
  knownThroughCarer(await getPerson(tx, personId), actor)
