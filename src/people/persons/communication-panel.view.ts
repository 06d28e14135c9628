import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate, londonDay, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { StoppedMessage } from '#platform/messages/messages.sql.ts'
import { wordsFor } from './code-words.ts'
import { needsReview } from './communication.rules.ts'
import type { CommunicationNeeds } from './communication.sql.ts'

export function communicationPanel(of: {
  readonly personId: string
  readonly needs: CommunicationNeeds | undefined
  readonly stopped: readonly StoppedMessage[]
  readonly today: IsoDate
}): Html {
  const { needs, stopped } = of
  const way = needs?.preferredWay ?? null
  const change = { href: `/carers/${of.personId}/communication` }
  const facts = [
    {
      name: 'Best way to reach them',
      value: way === null ? '' : wordsFor('contact-ways', way),
      change,
    },
    { name: 'Asked about it', value: asked(needs, of.today) },
  ]
  return html`${factList({ facts })}
  ${
    stopped.length === 0
      ? nothing
      : html`<ul class="govuk-list govuk-body-s">
          ${stopped.map(
            ({ subject, fault, createdAt }) =>
              html`<li>
                <strong>Not sent:</strong> ${subject ?? 'a message'},
                ${inWords(londonDay(createdAt))}. ${fault}
              </li>`,
          )}
        </ul>`
  }`
}

function asked(needs: CommunicationNeeds | undefined, today: IsoDate): string {
  const on = needs?.reviewedOn ?? null
  if (on === null) return 'Not yet'
  const again = needsReview(needs, today) ? '. Ask again' : ''
  return `${inWords(isoDate(on))}${again}`
}
