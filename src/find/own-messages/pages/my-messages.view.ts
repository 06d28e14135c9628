import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { html, nothing } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'
import type { OwnWorker } from '#share/own-record/own-record.sql.ts'
import { messageList } from '../message-list.view.ts'
import type { OwnMessage } from '../own-messages.sql.ts'

export function myMessagesView(of: {
  readonly messages: readonly OwnMessage[]
  readonly total: number
  readonly workers: readonly OwnWorker[]
}): PageView {
  const { messages, total, workers } = of
  const worker = workers.find(({ name }) => name !== null)?.name
  return {
    title: 'Your messages',
    current: '/my/messages',
    before: govukBackLink({ text: 'Back', href: '/my' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">Your messages</h1>
        ${govukButton({ text: worker == null ? 'Write to us' : `Write to ${worker}`, href: '/my/messages/write' })}
        ${total === 0 ? html`<p class="govuk-body">There are no messages yet.</p>` : messageList(messages, { open: false })}
        ${messages.length < total ? html`<p class="govuk-body">These are the newest ${messages.length} of ${total}. Ask us for older ones.</p>` : nothing}
      </div>
    </div>`,
  }
}
