import { codeWords, wordsFor } from '#people/persons/code-words.ts'
import type { CommunicationNeeds } from '#people/persons/communication.sql.ts'
import { lineField, radiosField, selectField } from '#people/persons/fields.view.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { choicesOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'

type Model = {
  readonly state: FormState
  /** What the hub wrote down while the page was open. */
  readonly theirs?: CommunicationNeeds | undefined
}

const title = 'What helps us to talk safely and clearly'

export function myCommunicationView({ state, theirs }: Model): PageView {
  return {
    title,
    current: '/my/details',
    before: govukBackLink({ text: 'Back', href: '/my/details' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)} ${theirs === undefined ? nothing : movedView(theirs)}
        <h1 class="govuk-heading-l">${title}</h1>
        <p class="govuk-body">
          Whoever works with you sees this before they ring or write. Leave out what does not matter
          to you.
        </p>
        ${formTag({
          body: html`${hidden('version', typedIn(state, 'version'))} ${safely(state)}
          ${clearly(state)} ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
        })}
      </div>
    </div>`,
  }
}

function movedView(theirs: CommunicationNeeds): Html {
  const said: readonly (readonly [string, string | null])[] = [
    ['Best way to reach you', worded('contact-ways', theirs.preferredWay)],
    ['When it is safe to ring', theirs.safeTimes],
    ['Voicemail', theirs.noVoicemail ? 'leave none' : null],
    ['Interpreter', yesNo(theirs.interpreter)],
    [
      'Who should be there',
      theirs.professionals.map((code) => wordsFor('communication-professionals', code)).join(', '),
    ],
    ['What helps you', theirs.support],
    ['Longer appointments', yesNo(theirs.longerAppointment)],
    ['More about how you read', theirs.formatWords],
    ['Anything else', theirs.adjustments],
  ]
  const lines = said.filter(([, words]) => words !== null && words !== '')
  return html`<div class="app-conflict" role="alert" tabindex="-1">
    <h2 class="govuk-heading-m">The hub changed this while you had it open</h2>
    <p class="govuk-body">
      Nothing you typed is lost, and nothing of it is saved yet. Look through it and save it again.
      The hub wrote down${lines.length === 0 ? ' that you need nothing special.' : ':'}
    </p>
    ${
      lines.length === 0
        ? nothing
        : html`<ul class="govuk-list govuk-list--bullet">
            ${lines.map(([name, words]) => html`<li>${name}: ${words}</li>`)}
          </ul>`
    }
  </div>`
}

const worded = (list: string, code: string | null): string | null =>
  code === null ? null : wordsFor(list, code)
const yesNo = (value: boolean | null): string | null =>
  value === null ? null : value ? 'yes' : 'no'

const safely = (state: FormState): Html =>
  html`<h2 class="govuk-heading-m">Safely</h2>
    ${govukCheckboxes({
      ...choicesOf(state, 'noVoicemail'),
      items: [
        {
          value: 'yes',
          text: 'Leave me no voicemail',
          hint: { text: 'For example, because somebody else listens to it' },
        },
      ],
    })}
    ${lineField(state, {
      name: 'safeTimes',
      label: 'When is it safe to ring you?',
      hint: 'For example, Tuesdays before 3pm. Leave empty if any time is',
    })}
    ${selectField(state, {
      name: 'preferredWay',
      label: 'How would you rather be reached?',
      options: codeWords('contact-ways'),
      blank: 'Any way',
    })}`

const clearly = (state: FormState): Html =>
  html`<h2 class="govuk-heading-m">Clearly</h2>
    ${choice(state, 'interpreter', 'Do you need an interpreter?')}
    ${govukCheckboxes({
      ...choicesOf(state, 'professionals'),
      fieldset: { legend: { text: 'Should anybody be there to help us understand each other?' } },
      items: [...codeWords('communication-professionals')].map(([value, text]) => ({
        value,
        text,
      })),
    })}
    ${lineField(state, {
      name: 'formatWords',
      label: 'More about how you read',
      hint: 'For example, 24 point, Braille grade 1, yellow paper',
    })}
    ${lineField(state, {
      name: 'support',
      label: 'What helps you in a talk?',
      hint: 'For example, a hearing loop',
    })}
    ${choice(state, 'longerAppointment', 'Do you need more time when we meet?')}
    ${lineField(state, { name: 'adjustments', label: 'Anything else that we should do for you?' })}`

const choice = (state: FormState, name: string, label: string): Html =>
  radiosField(state, {
    name,
    label,
    inline: true,
    options: [
      ['yes', 'Yes'],
      ['no', 'No'],
    ],
  })
