import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { dayInWords, inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { checkInState } from '../check-in.rules.ts'
import type { Conversation } from '../conversation.ts'
import { crisisDays, type CrisisDay } from '../crisis-days.rules.ts'
import type { ConversationModel } from './conversation.view.ts'

/** How many days are shown; what lies further back is told as a number. */
const daysShown = 10

/** The short clock of a crisis: whether somebody looked in, day by day, until it is stood down. */
export function crisisView(model: ConversationModel): Html {
  const { conversation, actions, today } = model
  const { id, checkInOn } = conversation
  const planless = checkInOn !== null && actions.length === 0
  return html`${checkInOn === null ? stoodDownView(conversation) : clockView(checkInOn, today)}
  ${
    planless
      ? html`<p class="govuk-body">
          <strong class="app-overdue">There is no plan for the next days yet.</strong>
          <a class="govuk-link" href="/conversations/${id}/agreed">Say who does what by when</a>
        </p>`
      : nothing
  }
  ${checkInOn === null ? nothing : govukButton({ text: 'Look in now', href: `/conversations/${id}/check-in` })}`
}

function stoodDownView({ closedOn, words }: Conversation): Html {
  const on = closedOn === null ? '' : ` on ${inWords(closedOn)}`
  return govukInsetText({
    html: html`<p class="govuk-body">Stood down${on}. ${words.stoodDown ?? ''}</p>
      ${words.next === undefined ? nothing : html`<p class="govuk-body">What comes next: ${words.next}</p>`}`,
  })
}

function clockView(checkInOn: IsoDate, today: IsoDate): Html {
  const { state, daysLate } = checkInState(checkInOn, today)
  switch (state) {
    case 'to_come':
      return govukInsetText({
        text: `Somebody looks in again on ${dayInWords(checkInOn)}, and every day until this is stood down.`,
      })
    case 'due':
      return govukInsetText({
        text: 'Somebody looks in today, and every day until this is stood down.',
      })
    case 'late':
      return govukInsetText({
        html: html`<strong class="app-overdue"
          >Nobody has looked in since it was due on ${dayInWords(checkInOn)},
          ${daysLate === 1 ? '1 day' : `${daysLate} days`} ago.</strong
        >`,
      })
  }
}

const stateTags: Readonly<Record<CrisisDay['state'], readonly [colour: string, words: string]>> = {
  looked_in: ['green', 'Looked in'],
  missed: ['red', 'Missed'],
  due: ['yellow', 'Due today'],
  to_come: ['grey', 'To come'],
}

/** Each of its days: looked in, missed, due or to come. */
export function daysView({ conversation, checkIns, today }: ConversationModel): Html {
  const { heldOn, closedOn } = conversation
  const lookedInOn = checkIns.map((each) => each.heldOn)
  const days = crisisDays({ heldOn, lookedInOn, closedOn, today })
  const shown = days.slice(-daysShown)
  const before = days.slice(0, -daysShown)
  const missed = before.filter(({ state }) => state === 'missed').length
  const more =
    before.length === 0
      ? nothing
      : html`<p class="govuk-body">
          ${before.length} earlier days, of which ${missed === 0 ? 'none was' : `${missed} were`}
          missed.
        </p>`
  return html`${more}
  ${govukTable({
    caption: 'Day by day',
    captionClasses: 'govuk-table__caption--m',
    head: [{ text: 'Day' }, { text: 'Check-in' }],
    rows: shown.map(({ on, state }) => {
      const [colour, words] = stateTags[state]
      return [
        { text: dayInWords(on) },
        { html: html`<strong class="govuk-tag govuk-tag--${colour}">${words}</strong>` },
      ]
    }),
  })}`
}
