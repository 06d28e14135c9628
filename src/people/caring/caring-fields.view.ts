import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { choicesOf } from '#platform/web/form-view.ts'
import type { FormState } from '#platform/web/form.ts'
import { codeWords } from '#people/persons/code-words.ts'
import { dayField, fieldRow, radiosField, selectField } from '#people/persons/fields.view.ts'

/** The fields about the caring itself, on the page that adds it and on the page that changes it. */
export function caringFields(state: FormState): Html {
  return html`${fieldRow(
    selectField(state, {
      name: 'relationship',
      label: 'They are the carer’s',
      options: codeWords('relationships'),
      blank: 'Not known',
    }),
    selectField(state, {
      name: 'hoursBand',
      label: 'Hours of care a week',
      options: codeWords('hours-bands'),
      blank: 'Not known',
    }),
  )}
  ${govukCheckboxes({
    ...choicesOf(state, 'conditions'),
    fieldset: { legend: { text: 'Why they need care' } },
    classes: 'govuk-checkboxes--small app-columns',
    items: [...codeWords('conditions')].map(([value, text]) => ({ value, text })),
  })}
  ${radiosField(state, {
    name: 'livesTogether',
    label: 'Do they live together?',
    inline: true,
    options: [
      ['yes', 'Yes'],
      ['no', 'No'],
      ['', 'Not known'],
    ],
  })}
  ${dayField(state, { name: 'since', label: 'When did caring begin?', hint: 'Leave empty if nobody knows' })}`
}
