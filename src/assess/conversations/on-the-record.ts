import { dayInWords, inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { ClockSource } from '#platform/clock-source.ts'
import type {} from '#platform/clock-source.ts'
import type { RecordPanel, TimelineSource } from '#platform/room.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { topics } from '#assess/assessments/talk-topics.ts'
import { actionListView } from './action-list.view.ts'
import { listActions } from './actions.sql.ts'
import {
  nextPart,
  numbers,
  purposes,
  type Conversation,
  type ConversationNumber,
} from './conversation.ts'
import { listConversations } from './conversations.sql.ts'

/** On the record: a crisis that is open, the last conversation, and the way to the next. */
export const conversationPanel: RecordPanel = {
  id: 'conversations',
  side: 'facts',
  order: 45,
  show: async (tx, { personId, today }) => {
    const all = await listConversations(tx, personId)
    const open = all.filter(({ state }) => state === 'open')
    const last = all.find(({ state }) => state === 'closed')
    return {
      title: 'Conversations',
      body: html`${open.map((each) => openView(each, today))}
        ${last === undefined ? nothing : lastView(last)}
        <ul class="govuk-list">
          ${numbers.map((number) => startLink(personId, number))}
        </ul>`,
    }
  },
}

function openView({ id, checkInOn }: Conversation, today: IsoDate): Html {
  const late = checkInOn !== null && checkInOn < today
  const next =
    checkInOn === null
      ? nothing
      : late
        ? html`: <strong class="app-overdue">nobody looked in on ${dayInWords(checkInOn)}</strong>`
        : html`: look in on ${dayInWords(checkInOn)}`
  return html`<p class="govuk-body">
    <strong class="govuk-tag govuk-tag--${late ? 'red' : 'yellow'}">Crisis</strong>
    <a class="govuk-link" href="/conversations/${id}">Conversation 2 is open</a>${next}
  </p>`
}

function lastView(conversation: Conversation): Html {
  const { id, number, heldOn } = conversation
  const part = nextPart(conversation)
  return html`<p class="govuk-body">
    <a class="govuk-link" href="/conversations/${id}">${purposes[number].title}</a>,
    ${inWords(heldOn)}${part === null ? nothing : html`. Still to talk about: ${part.title.toLowerCase()}`}
  </p>`
}

function startLink(personId: string, number: ConversationNumber): Html {
  return html`<li>
    <a class="govuk-link" href="/carers/${personId}/conversation-${number}"
      >Hold ${purposes[number].title.toLowerCase().replace(':', ',')}</a
    >
  </li>`
}

/** What was agreed in any conversation and is still to do. */
export const agreedPanel: RecordPanel = {
  id: 'agreed',
  side: 'events',
  order: 11,
  show: async (tx, { personId, today }) => {
    const open = (await listActions(tx, personId)).filter(({ state }) => state === 'open')
    if (open.length === 0) return null
    const person = await getPerson(tx, personId)
    return {
      title: 'Agreed, and still to do',
      body: actionListView({ actions: open, person, today }),
    }
  },
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
        text: topics.map((topic) => words[topic] ?? '').find((said) => said !== '') ?? '',
        ...(heldBy === null ? {} : { by: heldBy }),
      }
      if (number !== 2 || closedOn === null) return [held]
      const { stoodDown = '', next = '' } = words
      const text = [stoodDown, next === '' ? '' : `What comes next: ${next}`]
        .filter(Boolean)
        .join('\n')
      return [held, { ...about, on: closedOn, title: 'Crisis stood down', text }]
    }),
}

/** Talked with: the days of all conversations. */
export const conversationClock: ClockSource = {
  step: 'talked',
  list: async (tx, { personId }) =>
    (await listConversations(tx, personId)).map(({ heldOn }) => ({ on: heldOn })),
}
