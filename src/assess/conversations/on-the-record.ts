import { dayInWords, inWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { ClockSource } from '#platform/clock-source.ts'
import type {} from '#platform/clock-source.ts'
import type { RecordPanel, TimelineSource } from '#platform/room.ts'
import { numbers, purposes, type Conversation, type ConversationNumber } from './conversation.ts'
import { listConversations } from './conversations.sql.ts'

/** On the record: a crisis that is open, the last conversation, and the way to the next. */
export const conversationPanel: RecordPanel = {
  id: 'conversations',
  side: 'facts',
  order: 45,
  show: async (tx, { personId }) => {
    const all = await listConversations(tx, personId)
    const open = all.filter(({ state }) => state === 'open')
    const last = all.find(({ state }) => state === 'closed')
    return {
      title: 'Conversations',
      body: html`${open.map(openView)} ${last === undefined ? nothing : lastView(last)}
        <ul class="govuk-list">
          ${numbers.map((number) => startLink(personId, number))}
        </ul>`,
    }
  },
}

function openView({ id, checkInOn }: Conversation): Html {
  const next = checkInOn === null ? nothing : html`: look in on ${dayInWords(checkInOn)}`
  return html`<p class="govuk-body">
    <strong class="govuk-tag govuk-tag--yellow">Crisis</strong>
    <a class="govuk-link" href="/conversations/${id}">Conversation 2 is open</a>${next}
  </p>`
}

function lastView({ id, number, heldOn }: Conversation): Html {
  return html`<p class="govuk-body">
    <a class="govuk-link" href="/conversations/${id}">${purposes[number].title}</a>,
    ${inWords(heldOn)}
  </p>`
}

function startLink(personId: string, number: ConversationNumber): Html {
  return html`<li>
    <a class="govuk-link" href="/carers/${personId}/conversation-${number}"
      >Hold ${purposes[number].title.toLowerCase().replace(':', ',')}</a
    >
  </li>`
}

/** Each conversation on its day, and the day on which a crisis was stood down. */
export const conversationTimeline: TimelineSource = {
  kind: 'conversation',
  label: 'Conversations',
  list: async (tx, { personId }) =>
    (await listConversations(tx, personId)).flatMap((conversation) => {
      const { id, number, heldOn, heldBy, words, closedOn } = conversation
      const about = { kind: 'conversation', href: `/conversations/${id}` }
      const held = {
        ...about,
        on: heldOn,
        title: purposes[number].title,
        text: words.matters,
        ...(heldBy === null ? {} : { by: heldBy }),
      }
      if (number !== 2 || closedOn === null) return [held]
      const { stoodDown = '' } = words
      return [held, { ...about, on: closedOn, title: 'Crisis stood down', text: stoodDown }]
    }),
}

/** Talked with: the days of all conversations. */
export const conversationClock: ClockSource = {
  step: 'talked',
  list: async (tx, { personId }) =>
    (await listConversations(tx, personId)).map(({ heldOn }) => ({ on: heldOn })),
}
