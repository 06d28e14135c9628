import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukDateInput } from '#platform/govuk/date-input.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { inWords, londonDay, timeInWords, type IsoInstant } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, spokenName, type Person } from '#people/persons/person.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import {
  choicesOf,
  dayOf,
  faultSummary,
  fieldOf,
  formTag,
  hidden,
} from '#platform/web/form-view.ts'
import {
  agreedTitles,
  partsOf,
  purposes,
  type ConversationNumber,
  type KnownFrom,
  type Part,
  type Topic,
} from '../conversation.ts'
import { isFirst } from '../part-form.ts'
import { knownMark, topicQuestions } from '../topic-words.ts'

export type PartModel = {
  readonly person: Person
  readonly number: ConversationNumber
  readonly part: Part
  readonly state: FormState
  /** What stands in it from before, and has not been gone through with the carer. */
  readonly known: Readonly<Partial<Record<Topic, KnownFrom>>>
  /** Whether the carer asked for an assessment in it already. */
  readonly askedBefore: boolean
  readonly draftAt: IsoInstant | null
  /** What somebody else saved meanwhile. */
  readonly theirs?: Html
}

/** One short page of a conversation: its purpose, what is known, and the words of today. */
export function partView(model: PartModel): Html {
  const { person, number, part, state, draftAt, theirs } = model
  const first = isFirst(number, part)
  return html`${faultSummary(state)} ${theirs ?? nothing}
    <span class="govuk-caption-l">${nameWithKnownAs(person)}, ${stepWords(number, part)}</span>
    <h1 class="govuk-heading-l">${first ? purposes[number].title : part.title}</h1>
    ${first ? html`<p class="govuk-body-l">${purposes[number].purpose}</p>` : nothing}
    ${draftAt === null ? nothing : draftNote(draftAt)}
    <div data-autosave>
      ${formTag({
        body: html`${hidden('id', typedIn(state, 'id'))}
          ${hidden('version', typedIn(state, 'version'))} ${topicsView(model)} ${confirmView(model)}
          ${first ? whenView(state) : nothing} ${askedView(model)}
          <div class="govuk-button-group">
            ${govukButton({ text: 'Save and go on', preventDoubleClick: true })}
            ${first ? draftButton : laterButton}
          </div>`,
      })}
      <p class="govuk-body app-quiet" data-autosave-said aria-live="polite"></p>
    </div>`
}

/** The first page may still lack what it needs; the others need nothing, and are saved as they are. */
const draftButton = govukButton({
  text: 'Keep as a draft',
  name: 'then',
  value: 'draft',
  classes: 'govuk-button--secondary',
})

const laterButton = govukButton({
  text: 'Save and come back later',
  name: 'then',
  value: 'later',
  classes: 'govuk-button--secondary',
  preventDoubleClick: true,
})

function stepWords(number: ConversationNumber, part: Part): string {
  const parts = partsOf[number]
  const at = parts.findIndex(({ id }) => id === part.id) + 1
  const title = agreedTitles[number].toLowerCase()
  return `conversation ${number}, page ${at} of ${parts.length + 1}${at === parts.length ? `; then ${title}` : ''}`
}

function draftNote(draftAt: IsoInstant): Html {
  return govukInsetText({
    text: `You began this on ${inWords(londonDay(draftAt))} at ${timeInWords(draftAt)}. It is kept for you alone until you save it.`,
  })
}

function topicsView({ person, part, state, known }: PartModel): Html {
  const questions = topicQuestions(spokenName(person))
  return html`${part.topics.map((topic) => {
    const { label, hint = '' } = questions[topic]
    const from = known[topic]
    const mark = from === undefined ? '' : `${knownMark(from)}.`
    const words = [mark, hint].filter((each) => each !== '').join(' ')
    return govukTextarea({
      ...fieldOf(state, topic),
      rows: 5,
      label: { text: label, classes: 'govuk-label--s' },
      hint: words === '' ? undefined : { text: words },
    })
  })}`
}

function confirmView({ part, known, state }: PartModel): Html {
  if (part.topics.every((topic) => known[topic] === undefined)) return nothing
  return govukCheckboxes({
    ...choicesOf(state, 'confirmed'),
    items: [
      {
        value: 'yes',
        text: 'We have gone through what was known before, and it is right',
        hint: { text: 'What you change counts as confirmed by itself' },
      },
    ],
  })
}

function whenView(state: FormState): Html {
  return govukDateInput({
    ...dayOf(state, 'held_on'),
    fieldset: { legend: { text: 'When did you talk?', classes: 'govuk-fieldset__legend--s' } },
  })
}

/** The duty to assess waits for no third conversation: on every page one tick starts the clock. */
export function askedView(of: {
  readonly person: Person
  readonly state: FormState
  readonly askedBefore: boolean
}): Html {
  const name = spokenName(of.person)
  if (of.askedBefore)
    return html`<p class="govuk-body">
      ${name} asked for an assessment in this conversation: its clock runs.
    </p>`
  return govukCheckboxes({
    ...choicesOf(of.state, 'asked'),
    fieldset: { legend: { text: 'Assessment', classes: 'govuk-fieldset__legend--s' } },
    items: [
      {
        value: 'yes',
        text: `${name} asked for an assessment, or agreed to one`,
        hint: { text: 'Its clock starts with the day on which it was said, whatever else goes on' },
      },
    ],
  })
}
