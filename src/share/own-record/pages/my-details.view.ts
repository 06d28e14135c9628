import { codeWords } from '#people/persons/code-words.ts'
import { areaField, lineField } from '#people/persons/fields.view.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { choiceOf, choicesOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import type { OwnDetails, OwnField } from '../own-details-form.ts'
import { ownLabels, ownWords } from '../own-words.ts'

export type MyDetails = {
  readonly state: FormState
  /** Set where the hub saved first: what both changed, as each has it. */
  readonly conflict?: {
    readonly fields: readonly OwnField[]
    readonly theirs: OwnDetails
    readonly mine: OwnDetails
  }
}

const title = 'How we reach you'

export function myDetailsView({ state, conflict }: MyDetails): PageView {
  return {
    title,
    current: '/my/details',
    before: govukBackLink({ text: 'Back', href: '/my' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)} ${conflict === undefined ? nothing : conflictView(conflict)}
        <h1 class="govuk-heading-l">${title}</h1>
        ${formTag({
          body: html`${hidden('version', typedIn(state, 'version'))} ${numbers(state)}
          ${ways(state)} ${reading(state)}
          ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
        })}
      </div>
    </div>`,
  }
}

const numbers = (state: FormState): Html =>
  html`${lineField(state, { name: 'homePhone', label: ownLabels.homePhone, type: 'tel', width: 'govuk-input--width-20' })}
  ${lineField(state, { name: 'mobilePhone', label: ownLabels.mobilePhone, type: 'tel', width: 'govuk-input--width-20' })}
  ${lineField(state, {
    name: 'email',
    label: ownLabels.email,
    hint: 'Where we write to you. The address with which you sign in stays as it is.',
    type: 'email',
  })}`

const ways = (state: FormState): Html =>
  html`${govukCheckboxes({
    ...choicesOf(state, 'may'),
    fieldset: { legend: { text: 'How may we reach you?', classes: 'govuk-fieldset__legend--m' } },
    items: [
      { value: 'phone', text: 'Ring me' },
      { value: 'text', text: 'Text me' },
      { value: 'email', text: 'Email me' },
      { value: 'post', text: 'Write to me by post' },
    ],
  })}
  ${areaField(state, {
    name: 'safeContact',
    label: 'Is there anything we must know before we get in touch?',
    hint: 'For example: ring after 2pm, leave no message.',
  })}`

const reading = (state: FormState): Html =>
  html`${govukRadios({
      ...choiceOf(state, 'informationFormat'),
      fieldset: {
        legend: {
          text: 'How do you like to read what we send?',
          classes: 'govuk-fieldset__legend--m',
        },
      },
      items: [...codeWords('formats')].map(([value, text]) => ({ value, text })),
    })}
    ${lineField(state, {
      name: 'language',
      label: 'Another language than English, if that is easier',
      width: 'govuk-input--width-20',
    })}
    <p class="govuk-body">
      <a class="govuk-link" href="/my/communication"
        >An interpreter, when it is safe to ring, or anything else that helps us to talk</a
      >
    </p>`

function conflictView({ fields, theirs, mine }: NonNullable<MyDetails['conflict']>): Html {
  return html`<div class="app-conflict" role="alert" tabindex="-1">
    <h2 class="govuk-heading-m">The hub changed your details while you had them open</h2>
    <p class="govuk-body">
      Nothing you typed is lost, and nothing of it is saved yet. Look through it and save it again.
    </p>
    ${fields.map(
      (field) =>
        html`<p class="govuk-body">
          <strong>${ownLabels[field]}:</strong> the hub saved
          "${ownWords(field, theirs) ?? 'nothing'}", you typed
          "${ownWords(field, mine) ?? 'nothing'}". Below stands what you typed.
        </p>`,
    )}
  </div>`
}
