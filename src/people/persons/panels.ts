import type { RecordPanel } from '#platform/room.ts'
import { listStopped } from '#platform/messages/messages.sql.ts'
import { findNeeds } from './communication.sql.ts'
import { communicationPanel } from './communication-panel.view.ts'
import { listInvolvements } from './involvements.sql.ts'
import { detailsPanel, involvementPanel } from './panels.view.ts'
import { getPerson, listPreviousIds } from './persons.sql.ts'

/** How to reach the person and what else is known of them. */
export const details: RecordPanel = {
  id: 'details',
  side: 'facts',
  order: 20,
  show: async (tx, { personId }) => {
    const person = await getPerson(tx, personId)
    const previousIds = await listPreviousIds(tx, personId)
    return { title: 'Details', body: detailsPanel(person, previousIds) }
  },
}

/** Who works with the person. */
export const workingWith: RecordPanel = {
  id: 'working-with',
  side: 'facts',
  order: 30,
  show: async (tx, { personId, actor }) => ({
    title: 'Who works with them',
    body: involvementPanel({
      personId,
      involvements: await listInvolvements(tx, personId),
      organisationIds: actor.organisationIds,
    }),
  }),
}

/** How to reach them safely and be understood, when that was asked, and what was not sent and why. */
export const communication: RecordPanel = {
  id: 'communication',
  side: 'facts',
  order: 15,
  show: async (tx, { personId, today }) => {
    const needs = await findNeeds(tx, personId)
    const stopped = await listStopped(tx, personId)
    return {
      title: 'Reaching them',
      body: communicationPanel({ personId, needs, stopped, today }),
    }
  },
}
