import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { dayField, fieldGroup, fieldRow, lineField } from '#people/persons/fields.view.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { caringFields } from '../caring-fields.view.ts'

export function addCaredForView(of: { readonly carer: Person; readonly state: FormState }): Html {
  const { state } = of
  const name = fullName(of.carer)
  return html`${govukBackLink({ href: `/carers/${of.carer.id}`, text: `Back to ${name}` })}
    ${faultSummary(state)}
    <h1 class="govuk-heading-l">Who does ${name} look after?</h1>
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))}
      ${fieldGroup(
        'Who they are',
        html`<p class="govuk-body">
          Write down no more than is needed. Without a name, only why and how much care is needed is
          kept.
        </p>`,
        fieldRow(
          lineField(state, { name: 'givenName', label: 'First names' }),
          lineField(state, { name: 'familyName', label: 'Last name' }),
        ),
        dayField(state, {
          name: 'dateOfBirth',
          label: 'Date of birth',
          hint: 'For example, 27 3 1951',
        }),
        lineField(state, {
          name: 'reference',
          label: 'Or the reference of their own record',
          hint: 'For example, ALG-7F3K9-2, if they have one already',
          width: 'govuk-input--width-10',
        }),
      )}
      ${fieldGroup('The caring', caringFields(state))}
      ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
    })}`
}
