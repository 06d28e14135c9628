import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { dayField, fieldGroup, selectField } from '#people/persons/fields.view.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { caringFields } from '../caring-fields.view.ts'
import { endReasons } from '../caring-form.ts'
import type { Caring } from '../caring.ts'
import { caringFacts, caredForName } from '../panel.view.ts'

export function changeCaringView(of: {
  readonly carer: Person
  readonly caring: Caring
  readonly state: FormState
  /** The relation as someone else has saved it since the page was opened. */
  readonly stored?: Caring
}): Html {
  const { state } = of
  const name = fullName(of.carer)
  return html`${govukBackLink({ href: `/carers/${of.carer.id}`, text: `Back to ${name}` })}
    ${faultSummary(state)}
    <h1 class="govuk-heading-l">${name} looks after ${caredForName(of.caring)}</h1>
    ${of.stored === undefined ? nothing : conflictView(of.stored)}
    ${formTag({
      body: html`${hidden('version', typedIn(state, 'version'))}
      ${fieldGroup('The caring', caringFields(state))}
      ${fieldGroup(
        'If it has ended',
        dayField(state, {
          name: 'until',
          label: 'When did caring end?',
          hint: 'Leave empty while it goes on',
        }),
        selectField(state, {
          name: 'endReason',
          label: 'Why it ended',
          options: endReasons.map((reason) => [reason, wordsFor('close-reasons', reason)] as const),
          blank: 'It goes on',
        }),
      )}
      ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
    })}`
}

const conflictView = (stored: Caring): Html =>
  html`<div class="app-conflict" role="alert">
    <h2 class="govuk-heading-m">Someone else changed this while you had it open</h2>
    <p class="govuk-body">
      It is stored as below. The form holds what you typed, and nothing of it is saved yet: look
      through it and save it again.
    </p>
    ${caringFacts(stored)}
  </div>`
