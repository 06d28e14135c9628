import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukDateInput } from '#platform/govuk/date-input.ts'
import { govukFieldset } from '#platform/govuk/fieldset.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
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
import { purposes, type ConversationNumber } from '../conversation.ts'
import { stepRows } from '../conversation-form.ts'

export type ConversationFormModel = {
  readonly person: Person
  readonly number: ConversationNumber
  readonly state: FormState
  /** Whether the last conversation's words stand in it. */
  readonly prefilled: boolean
  /** Whether the carer asked for an assessment in it already. */
  readonly askedBefore: boolean
  /** What somebody else saved meanwhile. */
  readonly theirs?: Html
}

export function conversationFormView(model: ConversationFormModel): Html {
  const { person, number, state, prefilled, theirs } = model
  const { title, purpose } = purposes[number]
  return html`${faultSummary(state)} ${theirs ?? nothing}
    <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
    <h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body-l">${purpose}</p>
    ${prefilled ? html`<p class="govuk-body">What was said last time stands below. Change what is different now.</p>` : nothing}
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))}
      ${hidden('version', typedIn(state, 'version'))} ${whatWasSaid(model)}
      ${agreedView(state, number)} ${askedView(model)}
      ${govukDateInput({
        ...dayOf(state, 'held_on'),
        fieldset: { legend: { text: 'When did you talk?', classes: 'govuk-fieldset__legend--s' } },
      })}
      ${govukButton({ text: 'Save the conversation', preventDoubleClick: true })}`,
    })}`
}

function whatWasSaid({ person, number, state }: ConversationFormModel): Html {
  const name = spokenName(person)
  const area = (field: string, text: string, hint?: string) =>
    govukTextarea({
      ...fieldOf(state, field),
      rows: 4,
      label: { text, classes: 'govuk-label--s' },
      hint: hint === undefined ? undefined : { text: hint },
    })
  const crisis =
    number === 2
      ? area(
          'change',
          'What has to change in the next days?',
          `For ${name} to be safe and in control again`,
        )
      : nothing
  return html`${area('matters', `What matters to ${name}?`, `In ${name}'s own words where you can`)}
  ${crisis} ${area('strengths', `What goes well, and what is ${name} good at?`)}
  ${area('people', 'Who and what is there already?', 'Family, friends, neighbours, groups, places')}`
}

/** Who does what by when. Rows that are filled and two more. */
function agreedView(state: FormState, number: ConversationNumber): Html {
  const filled = stepRows.findLastIndex((row) => typedIn(state, `step-${row}`) !== '') + 1
  const shown = stepRows.filter((row) => row <= Math.max(filled + 2, 2))
  return html`<h2 class="govuk-heading-m">
      ${number === 2 ? 'The plan for the next days' : 'What was agreed'}
    </h2>
    ${shown.map((row) =>
      govukFieldset({
        classes: 'app-field-group',
        legend: { text: `Step ${row}`, classes: 'govuk-fieldset__legend--s' },
        html: html`${govukInput({ ...fieldOf(state, `step-${row}`), label: { text: 'What' } })}
        ${govukInput({ ...fieldOf(state, `step-${row}-who`), label: { text: 'Who' }, classes: 'govuk-input--width-20' })}
        ${govukDateInput({ ...dayOf(state, `step-${row}-by`), fieldset: { legend: { text: 'By when' } } })}`,
      }),
    )}`
}

/** The duty to assess does not wait for a third conversation: asking starts the clock wherever it is said. */
function askedView({ person, state, askedBefore }: ConversationFormModel): Html {
  if (askedBefore)
    return html`<p class="govuk-body">
      ${spokenName(person)} asked for an assessment in this conversation: its clock runs.
    </p>`
  return govukCheckboxes({
    ...choicesOf(state, 'asked'),
    fieldset: { legend: { text: 'Assessment', classes: 'govuk-fieldset__legend--s' } },
    items: [
      {
        value: 'yes',
        text: `${spokenName(person)} asked for an assessment, or agreed to one`,
        hint: {
          text: 'Its clock starts with the day of this conversation, whatever else is going on',
        },
      },
    ],
  })
}
