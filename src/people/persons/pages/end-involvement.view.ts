import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import type { FormState } from '#platform/web/form.ts'
import { codeWords } from '../code-words.ts'
import { dayField, selectField } from '../fields.view.ts'
import type { Involvement } from '../involvement.ts'
import { fullName, type Person } from '../person.ts'

export function endInvolvementView(of: {
  readonly person: Person
  readonly involvement: Involvement
  readonly state: FormState
}): Html {
  const name = fullName(of.person)
  return html`${govukBackLink({ href: `/carers/${of.person.id}`, text: `Back to ${name}` })}
    ${faultSummary(of.state)}
    <h1 class="govuk-heading-l">End the work with ${name}</h1>
    <p class="govuk-body">
      ${of.involvement.organisation} no longer works with ${name}, and ${name} is off its register.
      Groups, training and a listening ear stay open for three years, and so does the record.
    </p>
    ${formTag({
      body: html`${selectField(of.state, {
        name: 'reason',
        label: 'Why',
        options: codeWords('close-reasons'),
        blank: 'Select one',
      })}
      ${dayField(of.state, { name: 'on', label: 'From which day' })}
      ${govukButton({ text: 'End the work', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    })}`
}
