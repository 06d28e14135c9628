import { govukButton } from '#platform/govuk/button.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { choiceOf, faultSummary, formTag } from '#platform/web/form-view.ts'
import type { FormState } from '#platform/web/form.ts'

const keys: readonly (readonly [key: string, where: string, what: string])[] = [
  ['/', 'Everywhere', 'To the search box'],
  ['?', 'Everywhere', 'This page'],
  ['1 to 9', 'What a search found', 'Open the first to ninth'],
  ['c', 'Today, a record', 'Log a contact'],
  ['1 to 5', 'Log a contact', 'What came of it; you can type what was said at once'],
  ['Ctrl and Enter', 'Every form', 'Save, wherever you are typing'],
]

export function keysView(state: FormState): Html {
  return html`${faultSummary(state)}
    <h1 class="govuk-heading-l">Keyboard shortcuts</h1>
    <p class="govuk-body">
      Everything can be done with Tab, Enter, Space and the arrows. These keys are quicker. Those of
      one character wait while you type, and you can turn them off.
    </p>
    ${govukTable({
      caption: 'Which key does what',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: ['Key', 'Where', 'What it does'].map((text) => ({ text })),
      rows: keys.map((row) => row.map((text) => ({ text }))),
    })}
    <h2 class="govuk-heading-m">A contact, from today to saved</h2>
    <p class="govuk-body">
      Press <kbd>/</kbd>, type a name, press Enter. Press <kbd>1</kbd> for the record and
      <kbd>c</kbd> to log a contact. Press <kbd>1</kbd> if you talked with them, type what was said,
      press Ctrl and Enter.
    </p>
    ${formTag({
      body: html`${govukRadios({
        ...choiceOf(state, 'keys'),
        fieldset: {
          legend: { text: 'Keys of one character', classes: 'govuk-fieldset__legend--m' },
        },
        hint: { text: 'This browser remembers it with a cookie that holds nothing else.' },
        items: [
          { value: 'on', text: 'On' },
          {
            value: 'off',
            text: 'Off',
            hint: {
              text: 'If you speak to your computer, or keys act when you did not mean them to',
            },
          },
        ],
      })}
      ${govukButton({ text: 'Save' })}`,
    })}`
}
