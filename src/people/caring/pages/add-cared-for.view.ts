import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukWarningText } from '#platform/govuk/warning-text.ts'
import { govukButton } from '#platform/govuk/button.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { dayField, fieldGroup, fieldRow, lineField } from '#people/persons/fields.view.ts'
import { personLine } from '#people/persons/person-line.view.ts'
import { fullName, type Person, type PersonSummary } from '#people/persons/person.ts'
import { caringFields } from '../caring-fields.view.ts'

export function addCaredForView(of: {
  readonly carer: Person
  readonly state: FormState
  /** Records that may be of the same person already. */
  readonly likely?: readonly PersonSummary[]
  readonly today: IsoDate
}): Html {
  const { state, likely = [] } = of
  const name = fullName(of.carer)
  return html`${govukBackLink({ href: `/carers/${of.carer.id}`, text: `Back to ${name}` })}
    ${faultSummary(state)}
    <h1 class="govuk-heading-l">Who does ${name} look after?</h1>
    ${likely.length === 0 ? nothing : likelyView(likely, of.today)}
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))}
      ${likely.length === 0 ? nothing : hidden('surelyNew', 'yes')}
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
          name: 'postcode',
          label: 'Postcode of their home',
          hint: 'Which council is responsible follows from it',
          width: 'govuk-input--width-10',
        }),
        lineField(state, {
          name: 'reference',
          label: 'Or the reference of their own record',
          hint: 'For example, ALG-7F3K9-2, if they have one already',
          width: 'govuk-input--width-10',
        }),
      )}
      ${fieldGroup('The caring', caringFields(state))}
      ${govukButton({ text: likely.length === 0 ? 'Save' : 'They are none of these: save', preventDoubleClick: true })}`,
    })}`
}

const likelyView = (likely: readonly PersonSummary[], today: IsoDate): Html =>
  html`${govukWarningText({
      text: 'They may have a record already. If one of these is them, enter its reference below.',
      iconFallbackText: 'Warning',
    })}
    <ul class="app-lines">
      ${likely.map((person) => personLine({ person, href: `/carers/${person.id}`, today }))}
    </ul>`
