import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { html, join, nothing, type Html } from '#platform/lib/html.ts'
import { choicesOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { codeWords, wordsFor } from '../code-words.ts'
import { communicationFlags } from '../communication.rules.ts'
import type { CommunicationNeeds } from '../communication.sql.ts'
import { dayField, fieldGroup, lineField, radiosField, selectField } from '../fields.view.ts'
import { fullName, type Person } from '../person.ts'

type Model = {
  readonly person: Person
  readonly needs: CommunicationNeeds | undefined
  readonly state: FormState
  /** Somebody else saved since the page was opened. */
  readonly moved?: boolean
}

export function communicationView(of: Model): Html {
  const { person, state } = of
  const name = fullName(person)
  return html`${govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${name}` })}
    ${faultSummary(state)} ${of.moved === true ? movedView(of) : nothing}
    <h1 class="govuk-heading-l">How to reach ${name} and be understood</h1>
    <p class="govuk-body">
      Reads best in: ${wordsFor('formats', person.informationFormat)}. Language:
      ${person.language ?? 'not recorded'}.
      <a class="govuk-link" href="/carers/${person.id}/details"
        >Change the format, the language or the ways they refuse</a
      >
    </p>
    ${formTag({
      body: html`${hidden('version', typedIn(state, 'version'))} ${safely(state)}
      ${understood(state)}
      ${dayField(state, { name: 'reviewedOn', label: 'When did you ask them?' })}
      ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
    })}`
}

function movedView({ person, needs }: Model): Html {
  const flags = communicationFlags(person, needs).map(({ text }) => html`${text}`)
  return html`<div class="app-conflict" role="alert">
    <h2 class="govuk-heading-m">Someone else changed this while you had it open</h2>
    <p class="govuk-body">
      It says now: ${flags.length === 0 ? 'nothing special' : join(flags, '; ')}. The form holds
      what you typed, and nothing of it is saved yet: look through it and save it again.
    </p>
  </div>`
}

const safely = (state: FormState): Html =>
  fieldGroup(
    'Safely',
    tickField(state, 'noVoicemail', 'Leave no voicemail'),
    lineField(state, {
      name: 'safeTimes',
      label: 'When it is safe to ring',
      hint: 'For example, Tuesdays before 3pm. Leave empty where any time is',
    }),
    tickField(
      state,
      'notWithParent',
      'Do not share with a parent',
      'For a young carer who asked for that. No letters go to the family’s home',
    ),
  )

const understood = (state: FormState): Html =>
  fieldGroup(
    'Understood',
    selectField(state, {
      name: 'preferredWay',
      label: 'Would rather be reached by',
      options: codeWords('contact-ways'),
      blank: 'Not known',
    }),
    lineField(state, {
      name: 'formatWords',
      label: 'More about the format',
      hint: 'For example, 24 point, Braille grade 1, yellow paper',
    }),
    yesNo(state, 'interpreter', 'Do they need an interpreter?'),
    govukCheckboxes({
      ...choicesOf(state, 'professionals'),
      fieldset: { legend: { text: 'Who must be there too?' } },
      classes: 'govuk-checkboxes--small app-columns',
      items: [...codeWords('communication-professionals')].map(([value, text]) => ({
        value,
        text,
      })),
    }),
    lineField(state, {
      name: 'support',
      label: 'What helps them',
      hint: 'For example, a hearing loop',
    }),
    yesNo(state, 'longerAppointment', 'Do they need longer appointments?'),
    lineField(state, { name: 'adjustments', label: 'Other reasonable adjustments' }),
  )

const yesNo = (state: FormState, name: string, label: string): Html =>
  radiosField(state, {
    name,
    label,
    inline: true,
    options: [
      ['yes', 'Yes'],
      ['no', 'No'],
      ['', 'Not known'],
    ],
  })

const tickField = (state: FormState, name: string, text: string, hint?: string): Html =>
  govukCheckboxes({
    ...choicesOf(state, name),
    classes: 'govuk-checkboxes--small',
    items: [
      {
        value: 'yes',
        text,
        ...(hint === undefined ? {} : { hint: { text: hint } }),
      },
    ],
  })
