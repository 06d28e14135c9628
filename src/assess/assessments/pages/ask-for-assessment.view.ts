import { govukButton } from '#platform/govuk/button.ts'
import { govukDateInput } from '#platform/govuk/date-input.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { choiceOf, dayOf, faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import { kindNames } from '../assessment.ts'
import type { WhichAssessment } from '../which-assessment.rules.ts'

export function askView(model: {
  readonly person: Person
  readonly which: WhichAssessment
  readonly state: FormState
}): Html {
  const { person, which, state } = model
  return html`${faultSummary(state)}
    <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
    <h1 class="govuk-heading-l">Ask for an assessment</h1>
    <p class="govuk-body">
      Anyone who may need support with caring has a right to one, however little or much care they
      give and whatever money they have. The clock starts on the day they ask.
    </p>
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))}
      ${govukRadios({
        ...choiceOf(state, 'kind'),
        fieldset: { legend: { text: 'Which assessment?', classes: 'govuk-fieldset__legend--s' } },
        hint: { text: `${which.reason} ${kindNames[which.kind]} (${which.ref}).` },
        items: [
          {
            value: 'adult_carer',
            text: kindNames.adult_carer,
            hint: { text: 'An adult who looks after an adult' },
          },
          {
            value: 'parent_carer',
            text: kindNames.parent_carer,
            hint: { text: 'The parent of a disabled child' },
          },
          { value: 'young_carer', text: kindNames.young_carer, hint: { text: 'Under 18' } },
          {
            value: 'transition',
            text: kindNames.transition,
            hint: { text: 'Nearly 18, or the person they look after is' },
          },
        ],
      })}
      ${govukDateInput({
        ...dayOf(state, 'asked_on'),
        fieldset: { legend: { text: 'When did they ask?', classes: 'govuk-fieldset__legend--s' } },
      })}
      ${govukInput({
        ...fieldOf(state, 'where'),
        label: { text: 'How did they ask?', classes: 'govuk-label--s' },
        hint: { text: 'For example: on the telephone to Jo Pugh' },
      })}
      ${govukButton({ text: 'Start the clock', preventDoubleClick: true })}`,
    })}`
}
