import { html } from '#platform/lib/html.ts'
import { inWords, londonDay, timeInWords } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { page, show } from '#platform/web/page.ts'
import { listOutbox } from './messages.sql.ts'

/** What would have been sent, in the demo: nothing leaves a machine that nobody set up to send. */
export const outboxPage = page({
  path: '/demo/outbox',
  door: 'public',
  may: 'anyone',
  get: async ({ asSystem, actor, config }) => {
    // Sign-in codes stand here in clear, so it exists only where demo sign-in does.
    if (!config.demo) throw new NotFound()
    const messages = await asSystem('demo outbox', (tx) => listOutbox(tx, actor.authorityId, 50))
    return show({
      title: 'Messages',
      main: html`<h1 class="govuk-heading-l">Messages that would have been sent</h1>
        <p class="govuk-body">
          This is a demo.
          ${messages.length === 0 ? 'No message has been written yet.' : 'The newest come first.'}
        </p>
        ${messages.map(
          (message) =>
            html`<article class="app-message" id="message-${message.id}">
              <h2 class="govuk-heading-s">${message.subject ?? 'Without a subject'}</h2>
              <p class="govuk-hint">
                ${message.channel} to ${message.recipient}, ${inWords(londonDay(message.createdAt))}
                at ${timeInWords(message.createdAt)}, ${message.state}
              </p>
              <pre class="app-message__body" tabindex="0" aria-label="Text of the message">
${message.body}</pre>
            </article>`,
        )}`,
    })
  },
})
