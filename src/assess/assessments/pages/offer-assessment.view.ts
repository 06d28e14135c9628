import { govukButton } from '#platform/govuk/button.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { dayField } from '#people/persons/fields.view.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { choiceOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { assessmentKinds, kindNames } from '../assessment.ts'
import type { WhichAssessment } from '../which-assessment.rules.ts'
import { endingFields } from './ending-fields.view.ts'

const legend = (text: string) => ({
  legend: { text, classes: 'govuk-fieldset__legend--s' },
})

export function offerView(model: {
  readonly person: Person
  readonly which: WhichAssessment
  readonly state: FormState
}): Html {
  const { person, which, state } = model
  return html`${faultSummary(state)}
    <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
    <h1 class="govuk-heading-l">Offer an assessment</h1>
    <p class="govuk-body">
      Write down that you offered one and what the carer said, or why you did not offer one. A no is
      kept, and they can ask at any time.
    </p>
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))}
        ${govukRadios({
          ...choiceOf(state, 'kind'),
          fieldset: legend('Which assessment?'),
          hint: { text: `${which.reason} ${kindNames[which.kind]} (${which.ref}).` },
          items: assessmentKinds.map((value) => ({ value, text: kindNames[value] })),
        })}
        ${govukRadios({
          ...choiceOf(state, 'combined'),
          fieldset: legend('Is it the carer’s own, or combined?'),
          items: [
            { value: 'no', text: 'The carer’s own' },
            {
              value: 'yes',
              text: 'Combined with that of the person looked after',
              hint: { text: 'Only where both agree' },
            },
          ],
        })}
        ${govukRadios({
          ...choiceOf(state, 'state'),
          fieldset: legend('What happened?'),
          items: [
            { value: 'offered', text: 'Offered: the carer is thinking about it' },
            { value: 'accepted', text: 'Offered, and they said yes' },
            { value: 'declined', text: 'Offered, and they declined for now' },
            {
              value: 'refused',
              text: 'Offered, and they refused',
              hint: { text: 'They do not want to be assessed (Care Act 2014, section 11)' },
            },
            { value: 'not_offered', text: 'Not offered' },
          ],
        })}
        ${dayField(state, { name: 'on_day', label: 'When was that?' })}
        <h2 class="govuk-heading-m">If it was declined, refused or not offered</h2>
        ${endingFields(state, ['declined', 'refused', 'not_offered'])}
        ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
    })}`
}
