import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukSummaryList, type SummaryRow } from '#platform/govuk/summary-list.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { dayInWords, inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import { checkInState } from '../check-in.rules.ts'
import {
  purposes,
  type CheckIn,
  type Conversation,
  type ConversationWords,
} from '../conversation.ts'

export function conversationView(model: {
  readonly conversation: Conversation
  readonly person: Person
  readonly checkIns: readonly CheckIn[]
  readonly today: IsoDate
}): Html {
  const { conversation, person, checkIns, today } = model
  const by = conversation.heldBy === null ? '' : ` with ${conversation.heldBy}`
  return html`<span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
    <h1 class="govuk-heading-l">${purposes[conversation.number].title}</h1>
    <p class="govuk-body">Held on ${dayInWords(conversation.heldOn)}${by}.</p>
    ${clockView(conversation, today)} ${saidView(conversation.words)} ${agreedView(conversation)}
    ${conversation.assessmentAskedFor ? html`<p class="govuk-body">An assessment was asked for in this conversation: its clock runs from that day.</p>` : nothing}
    ${checkInsView(checkIns)}
    <p class="govuk-body">
      <a class="govuk-link" href="/conversations/${conversation.id}/change"
        >Change what is written here</a
      >
    </p>`
}

function clockView({ id, checkInOn, closedOn, number, words }: Conversation, today: IsoDate): Html {
  if (number !== 2) return nothing
  if (checkInOn === null) {
    const on = closedOn === null ? '' : ` on ${inWords(closedOn)}`
    return govukInsetText({ text: `Stood down${on}. ${words.stoodDown ?? ''}` })
  }
  return html`${govukInsetText({ text: clockWords(checkInOn, today) })}
  ${govukButton({ text: 'Look in now', href: `/conversations/${id}/check-in` })}`
}

function clockWords(checkInOn: IsoDate, today: IsoDate): string {
  const { state, daysLate } = checkInState(checkInOn, today)
  switch (state) {
    case 'to_come':
      return `Somebody looks in again on ${dayInWords(checkInOn)}, and every day until this is stood down.`
    case 'due':
      return 'Somebody looks in today, and every day until this is stood down.'
    case 'late':
      return `Nobody has looked in since it was due on ${dayInWords(checkInOn)}, ${daysLate === 1 ? '1 day' : `${daysLate} days`} ago.`
  }
}

function saidView(words: ConversationWords): Html {
  const row = (key: string, text: string): SummaryRow | null =>
    text === ''
      ? null
      : { key: { text: key }, value: { html: html`<span class="app-as-typed">${text}</span>` } }
  return govukSummaryList({
    rows: [
      row('What matters', words.matters),
      row('What has to change', words.change),
      row('What goes well', words.strengths),
      row('Who and what is there', words.people),
    ],
  })
}

function agreedView({ words, number }: Conversation): Html {
  if (words.agreed.length === 0) return nothing
  return govukTable({
    caption: number === 2 ? 'The plan for the next days' : 'What was agreed',
    captionClasses: 'govuk-table__caption--m',
    head: [{ text: 'What' }, { text: 'Who' }, { text: 'By when' }],
    rows: words.agreed.map(({ what, who, by }) => [
      { text: what },
      { text: who },
      { text: by === null ? 'No day was set' : inWords(by) },
    ]),
  })
}

function checkInsView(checkIns: readonly CheckIn[]): Html {
  if (checkIns.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">
      Looked in ${checkIns.length === 1 ? 'once' : `${checkIns.length} times`}
    </h2>
    <dl class="app-said">
      ${checkIns.map(
        ({ heldOn, heldBy, words }) =>
          html`<dt>${dayInWords(heldOn)}${heldBy === null ? nothing : html`, ${heldBy}`}</dt>
            <dd>${words}</dd>`,
      )}
    </dl>`
}
