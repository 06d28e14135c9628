import { govukButton } from '#platform/govuk/button.ts'
import { govukSummaryList, type SummaryRow } from '#platform/govuk/summary-list.ts'
import { dayInWords, inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, spokenName, type Person } from '#people/persons/person.ts'
import { topicTitles } from '#assess/assessments/talk-topics.ts'
import type { Action } from '../action.ts'
import {
  agreedTitles,
  nextPart,
  partsOf,
  purposes,
  saidOn,
  type CheckIn,
  type Conversation,
} from '../conversation.ts'
import { knownMark } from '../topic-words.ts'
import { actionListView } from '../action-list.view.ts'
import { crisisView, daysView } from './crisis.view.ts'

export type ConversationModel = {
  readonly conversation: Conversation
  readonly person: Person
  readonly actions: readonly Action[]
  readonly checkIns: readonly CheckIn[]
  readonly today: IsoDate
}

export function conversationView(model: ConversationModel): Html {
  const { conversation, person } = model
  const by = conversation.heldBy === null ? '' : ` with ${conversation.heldBy}`
  return html`<span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
    <h1 class="govuk-heading-l">${purposes[conversation.number].title}</h1>
    <p class="govuk-body">Held on ${dayInWords(conversation.heldOn)}${by}.</p>
    ${conversation.number === 2 ? inCrisisView(model) : calmView(model)} ${askedView(model)}
    ${checkInsView(model.checkIns)} ${whatNextView(model)}`
}

const calmView = (model: ConversationModel): Html =>
  html`${goOnView(model)} ${saidView(model.conversation)} ${agreedView(model)}`

/** In a crisis what will be done stands before what was said. */
const inCrisisView = (model: ConversationModel): Html =>
  html`${crisisView(model)} ${goOnView(model)} ${agreedView(model)} ${daysView(model)}
  ${saidView(model.conversation)}`

/** The way back to what is still to be talked about. */
function goOnView({ conversation, actions }: ConversationModel): Html {
  const { id } = conversation
  const part = nextPart(conversation)
  if (part !== null)
    return govukButton({
      text: `Go on: ${part.title.toLowerCase()}`,
      href: `/conversations/${id}/parts/${part.id}`,
    })
  if (actions.length > 0) return nothing
  return govukButton({ text: 'Go on: who does what by when', href: `/conversations/${id}/agreed` })
}

function saidView(conversation: Conversation): Html {
  const rows = partsOf[conversation.number].flatMap((part) =>
    part.topics.map((topic): SummaryRow => {
      const text = saidOn(conversation, topic)
      const from = conversation.unconfirmed[topic]
      return {
        key: { text: topicTitles[topic] },
        value: {
          html: html`<span class="app-as-typed">${text === '' ? 'Not talked about yet' : text}</span
            >${
              from === undefined
                ? nothing
                : html`<br /><span class="app-quiet">${knownMark(from)}</span>`
            }`,
        },
        actions: {
          items: [
            {
              href: `/conversations/${conversation.id}/parts/${part.id}`,
              text: text === '' ? 'Write' : from === undefined ? 'Change' : 'Confirm',
              visuallyHiddenText: topicTitles[topic].toLowerCase(),
            },
          ],
        },
      }
    }),
  )
  return govukSummaryList({ rows })
}

function agreedView({ conversation, actions, person, today }: ConversationModel): Html {
  return html`<h2 class="govuk-heading-m">${agreedTitles[conversation.number]}</h2>
    ${actions.length === 0 ? html`<p class="govuk-body">Nothing yet.</p>` : actionListView({ actions, person, today })}
    <p class="govuk-body">
      <a class="govuk-link" href="/conversations/${conversation.id}/agreed"
        >Add who does what by when</a
      >
    </p>`
}

function askedView({ conversation, person }: ConversationModel): Html {
  return conversation.assessmentAskedFor
    ? html`<p class="govuk-body">
        ${spokenName(person)} asked for an assessment in this conversation: its clock runs from the
        day on which that was said.
      </p>`
    : nothing
}

/** Each conversation leads to the next where it is needed, and an assessment waits for none of them. */
function whatNextView({ conversation, person }: ConversationModel): Html {
  const { number, assessmentAskedFor, state } = conversation
  const links = [
    ...(assessmentAskedFor
      ? []
      : [[`/carers/${person.id}/ask-for-assessment`, 'They ask for an assessment'] as const]),
    ...(number === 3 || state === 'open'
      ? []
      : [[`/carers/${person.id}/conversation-3`, 'Hold conversation 3, a good life'] as const]),
  ]
  if (links.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">What may come next</h2>
    <ul class="govuk-list">
      ${links.map(([href, text]) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
    </ul>`
}

function checkInsView(checkIns: readonly CheckIn[]): Html {
  if (checkIns.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">
      Looked in ${checkIns.length === 1 ? 'once' : `${checkIns.length} times`}
    </h2>
    <dl class="app-said">
      ${checkIns.map(
        ({ heldOn, heldBy, words }) =>
          html`<dt>${inWords(heldOn)}${heldBy === null ? nothing : html`, ${heldBy}`}</dt>
            <dd>${words}</dd>`,
      )}
    </dl>`
}
