import type { CarerPanel } from '#platform/room.ts'
import { dayInWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import { listOwnWorkers } from '#share/own-record/own-record.sql.ts'
import { listPromisesTo } from '../contacts/contacts.sql.ts'
import { messageList } from './message-list.view.ts'
import { listOwnMessages } from './own-messages.sql.ts'

/** What somebody promised the carer and by when; what exactly is the worker's note and stays theirs. */
export const promisedPanel: CarerPanel = {
  id: 'promised',
  order: 10,
  show: async (tx, { personId, today }) => {
    const promises = await listPromisesTo(tx, personId)
    if (promises.length === 0) return null
    const workers = await listOwnWorkers(tx)
    const nameOf = (id: string | null) => workers.find(({ workerId }) => workerId === id)?.name
    const lines = promises.flatMap(({ followUpBy, followUpOn }) =>
      followUpOn === null
        ? []
        : [promiseInWords(nameOf(followUpBy) ?? 'Someone', isoDate(followUpOn), today)],
    )
    return {
      title: 'What we promised you',
      body: html`<ul class="govuk-list">
        ${[...new Set(lines)].map((line) => html`<li>${line}</li>`)}
      </ul>`,
    }
  },
}

function promiseInWords(who: string, on: IsoDate, today: IsoDate): string {
  return on < today
    ? `${who} was going to be in touch by ${dayInWords(on)}. If nobody has been, ring us.`
    : `${who} will be in touch by ${dayInWords(on)}.`
}

/** The newest messages, and the way to write one. */
export const messagesPanel: CarerPanel = {
  id: 'messages',
  order: 60,
  show: async (tx, { personId, actor }) => {
    const { authorityId } = actor
    const { messages, total } = await listOwnMessages(tx, { authorityId, personId, limit: 2 })
    return {
      title: 'Messages',
      body: html`${messageList(messages, { open: false })}
        <ul class="govuk-list">
          <li><a class="govuk-link" href="/my/messages/write">Write to us</a></li>
          ${total > messages.length ? html`<li><a class="govuk-link" href="/my/messages">All ${total} messages</a></li>` : ''}
        </ul>`,
    }
  },
}
