import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { choiceOf, choicesOf, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { selectField } from '#people/persons/fields.view.ts'
import { sharedPurposes, type Length } from './agreement.ts'
import type { Partner } from './agreements.sql.ts'
import { capital } from './purposes.ts'

const lengthWords: Readonly<Record<Length, string>> = {
  six_months: 'Six months',
  one_year: 'A year',
  two_years: 'Two years',
  until_ended: 'Until it is ended',
}

/** With whom, what, for how long: the same questions for the carer and, on their word, for staff. */
export function agreementFields(
  state: FormState,
  of: {
    readonly partners: readonly Partner[]
    readonly words: Readonly<Record<string, string>>
    readonly whom: string
    readonly what: string
  },
): Html {
  return html`${hidden('id', typedIn(state, 'id'))}
  ${selectField(state, {
    name: 'organisation',
    label: of.whom,
    options: of.partners.map(({ id, name }) => [String(id), name]),
    blank: 'Select one',
  })}
  ${govukCheckboxes({
    ...choicesOf(state, 'purposes'),
    fieldset: { legend: { text: of.what, classes: 'govuk-fieldset__legend--m' } },
    items: sharedPurposes.map((value) => ({ value, text: capital(of.words[value] ?? value) })),
  })}
  ${govukRadios({
    ...choiceOf(state, 'length'),
    fieldset: { legend: { text: 'For how long?', classes: 'govuk-fieldset__legend--m' } },
    items: Object.entries(lengthWords).map(([value, text]) => ({ value, text })),
  })}`
}
