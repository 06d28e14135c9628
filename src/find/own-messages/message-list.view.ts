import { govukDetails } from '#platform/govuk/details.ts'
import { dayInWords, londonDay, timeInWords } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { OwnMessage } from './own-messages.sql.ts'

const sentBy: Readonly<Record<string, string>> = {
  email: 'We emailed you',
  text: 'We texted you',
  letter: 'We wrote to you',
}

/** Messages both ways, each to be opened: the line says from whom, when and about what. */
export function messageList(
  messages: readonly OwnMessage[],
  { open }: { readonly open: boolean },
): Html {
  return html`${messages.map((message) =>
    govukDetails({
      summaryText: summaryOf(message),
      html: html`<div class="app-as-typed">${message.body}</div>`,
      open,
    }),
  )}`
}

function summaryOf({ way, at, channel, subject, body }: OwnMessage): string {
  const who = way === 'from_you' ? 'You wrote to us' : (sentBy[channel] ?? 'We wrote to you')
  const about = subject ?? (body.length > 60 ? `${body.slice(0, 57)}…` : body)
  return `${who} on ${dayInWords(londonDay(at))} at ${timeInWords(at)}: ${about}`
}
