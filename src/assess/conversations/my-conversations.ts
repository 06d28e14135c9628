import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { dayInWords, inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { CarerPanel } from '#platform/room.ts'
import { byWords, endedWordsOf, type Action } from './action.ts'
import { listActions } from './actions.sql.ts'
import { saidOn, type Conversation } from './conversation.ts'
import { listConversations } from './conversations.sql.ts'

/** For how long something that is finished still stands on the carer's page: as many as these. */
const finishedShown = 3

/**
 * What was agreed, on the carer's own page and in their words. What was written of a crisis is not
 * read out here, where somebody may look over a shoulder: only what will be done, and that we ring.
 */
export const myConversationsPanel: CarerPanel = {
  id: 'agreed',
  order: 28,
  show: async (tx, { personId, today }) => {
    const talks = await listConversations(tx, personId)
    if (talks.length === 0) return null
    const actions = await listActions(tx, personId)
    return { title: 'What we agreed', body: panelView({ talks, actions, today }) }
  },
}

function panelView(of: {
  readonly talks: readonly Conversation[]
  readonly actions: readonly Action[]
  readonly today: IsoDate
}): Html {
  const open = of.actions.filter(({ state }) => state === 'open')
  const finished = of.actions
    .filter(({ state }) => state !== 'open')
    .toSorted((one, other) => ((one.endedOn ?? '') < (other.endedOn ?? '') ? 1 : -1))
    .slice(0, finishedShown)
  const crisis = of.talks.find(({ state }) => state === 'open')
  const talk = of.talks.find(({ number }) => number !== 2)
  return html`${crisis === undefined ? nothing : crisisLine(crisis, of.today)}
  ${talk === undefined ? nothing : mattersLine(talk)}
  ${open.length === 0 ? html`<p class="govuk-body">There is nothing left to do of what we agreed.</p>` : listOf(open)}
  ${
    finished.length === 0
      ? nothing
      : html`<h3 class="govuk-heading-s">Finished</h3>
          ${listOf(finished)}`
  }`
}

function crisisLine({ checkInOn }: Conversation, today: IsoDate): Html {
  if (checkInOn === null) return nothing
  const next = checkInOn <= today ? 'today' : `on ${dayInWords(checkInOn)}`
  return html`<p class="govuk-body">
    We get in touch with you every day for now, next ${next}, until you and we agree that it is no
    longer needed.
  </p>`
}

function mattersLine(talk: Conversation): Html {
  const matters = talk.unconfirmed.matters === undefined ? saidOn(talk, 'matters') : ''
  return html`<p class="govuk-body">We talked on ${inWords(talk.heldOn)}.</p>
    ${
      matters === ''
        ? nothing
        : html`<p class="govuk-body">You told us what matters to you:</p>
            ${govukInsetText({ text: matters })}`
    }`
}

function listOf(actions: readonly Action[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">
    ${actions.map(
      (action) =>
        html`<li>
          ${action.what}: ${who(action)}, ${byWords(action)}.
          ${action.state === 'open' ? nothing : html`<strong>${endedWordsOf(action)}.</strong>`}
        </li>`,
    )}
  </ul>`
}

const who = ({ owner, ownerName }: Action): string =>
  owner === 'carer' ? 'you do this' : (ownerName ?? 'we do this')
