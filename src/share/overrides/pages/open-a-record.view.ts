import { govukButton } from '#platform/govuk/button.ts'
import { govukWarningText } from '#platform/govuk/warning-text.ts'
import { html } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import type { PageView } from '#platform/web/page.ts'
import {
  areaField,
  dayField,
  fieldGroup,
  lineField,
  radiosField,
} from '#people/persons/fields.view.ts'
import { kindWords, overrideKinds } from '../override.ts'
import { opens } from '../override.rules.ts'

export const openARecordView = (state: FormState): PageView => ({
  title: 'Open a record without agreement',
  main: html`${faultSummary(state)}
    <h1 class="govuk-heading-l">Open a record without agreement</h1>
    <p class="govuk-body">
      For somebody your organisation does not work with, when waiting for their agreement would put
      somebody in danger. The record opens for ${opens.emergency.hours} hours in an emergency and
      ${opens.safeguarding.hours} hours for safeguarding.
    </p>
    ${govukWarningText({
      text: 'Your manager reads why you opened it, and so does the carer, unless the safeguarding lead decides otherwise.',
      iconFallbackText: 'Warning',
    })}
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))}
      ${fieldGroup(
        'Whose record',
        lineField(state, { name: 'reference', label: 'Reference', width: 'govuk-input--width-10' }),
        lineField(state, {
          name: 'familyName',
          label: 'Or last name',
          width: 'govuk-input--width-20',
        }),
        dayField(state, { name: 'dateOfBirth', label: 'and date of birth' }),
      )}
      ${radiosField(state, {
        name: 'kind',
        label: 'Why must you open it?',
        options: overrideKinds.map((kind) => [kind, kindWords[kind]]),
      })}
      ${areaField(state, {
        name: 'reason',
        label: 'What has happened, and why it cannot wait',
        rows: 4,
      })}
      ${govukButton({ text: 'Open the record', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    })}`,
})
