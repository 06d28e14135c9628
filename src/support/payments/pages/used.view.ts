import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukFileUpload } from '#platform/govuk/file-upload.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { pounds } from '#platform/lib/money.ts'
import { type FormState, typedIn } from '#platform/web/form.ts'
import { faultOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { areaField, dayField, fieldRow, lineField } from '#people/persons/fields.view.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import type { Payment } from '../payment.ts'

export function usedView(of: {
  readonly payment: Payment
  readonly person: Person
  readonly state: FormState
}): PageView {
  const { payment, person, state } = of
  return {
    title: 'What the money was used for',
    current: '/payments',
    before: govukBackLink({ href: `/payments/${payment.id}`, text: 'Back to the payment' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">What the money was used for</h1>
        <p class="govuk-body">
          ${pounds(payment.amountPence)} to ${fullName(person)}, for: ${payment.purpose}
        </p>
        ${useFields(state, 'Keep this return')}
      </div>
    </div>`,
  }
}

/** The form of a monitoring return: the same for who works with the carer and for the carer. */
export const useFields = (state: FormState, button: string): Html =>
  formTag({
    files: true,
    body: html`${hidden('id', typedIn(state, 'id') || newId())}
    ${fieldRow(
      dayField(state, { name: 'fromOn', label: 'From' }),
      dayField(state, { name: 'toOn', label: 'To' }),
    )}
    ${lineField(state, { name: 'spentPence', label: 'How much was spent?', hint: 'In pounds. Enter 0 if nothing was', width: 'govuk-input--width-10' })}
    ${areaField(state, { name: 'usedFor', label: 'What was it used for?' })}
    ${govukFileUpload({
      name: 'receipts',
      multiple: true,
      label: { text: 'Receipts' },
      hint: {
        text: 'PDF, JPG or PNG, smaller than 5MB each, up to ten. Files are kept as they came and are not checked for viruses here',
      },
      errorMessage: faultOf(state, 'receipts'),
      attributes: { accept: '.pdf,.jpg,.jpeg,.png' },
    })}
    ${lineField(state, { name: 'withoutReceipts', label: 'Why are there no receipts? (only if there are none)' })}
    ${govukButton({ text: button, preventDoubleClick: true })}`,
  })
