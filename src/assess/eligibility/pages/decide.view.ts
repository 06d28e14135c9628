import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import type { FormState } from '#platform/web/form.ts'
import { choiceOf, faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import type { Standing } from '../delegation.rules.ts'
import { answerInWords, type Determination } from '../determination.ts'
import type { Eligibility } from '../eligibility.ts'
import { conditionPages } from '../findings-form.ts'
import { carerEligibilityData as law, entry } from '../law.ts'
import type { Home } from '../responsible-authority.rules.ts'
import { stepsView } from './steps.view.ts'

export function decideView(model: {
  readonly determination: Determination
  readonly person: Person
  readonly eligibility: Eligibility
  readonly standing: Standing
  readonly home: Home
  readonly version: number
  readonly state: FormState
}): Html {
  const { determination, person, eligibility, standing, home, version, state } = model
  return html`${faultSummary(state)}
    <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
    <h1 class="govuk-heading-l">On these findings: ${answerInWords(eligibility).toLowerCase()}</h1>
    <div id="steps">${stepsView(eligibility.steps, 2)}</div>
    ${changeLinks(determination, eligibility)}
    ${formTag({
      body: html`${hidden('version', version)} ${homeView(state, home)}
        ${govukInsetText({ text: `${standing.reason} (${standing.ref})` })}
        <p class="govuk-body">A decision cannot be changed. A new one gets the next number.</p>
        ${govukButton({
          text:
            standing.as === 'proposal'
              ? 'Send to the council to countersign'
              : 'Make this decision',
          preventDoubleClick: true,
        })}`,
    })}`
}

function changeLinks({ id }: Determination, { steps }: Eligibility): Html {
  return html`<ul class="govuk-list">
    ${Object.entries(conditionPages)
      .slice(0, steps.length)
      .map(
        ([address, condition]) =>
          html`<li>
            <a class="govuk-link" href="/determinations/${id}/findings/${address}"
              >Change the finding on ${entry(law.conditions, condition).title.toLowerCase()}</a
            >
          </li>`,
      )}
  </ul>`
}

/** The duty to an adult carer follows where the adult who needs care lives, not where the carer does. */
function homeView(state: FormState, home: Home): Html {
  return html`${govukRadios({
    ...choiceOf(state, 'home'),
    fieldset: {
      legend: {
        text: 'Where does the adult who needs care live?',
        classes: 'govuk-fieldset__legend--m',
      },
    },
    hint: {
      text: `This decides which council is responsible, wherever the carer lives (Care Act 2014 s.13(4)(b), s.20(1)(a)). ${recordSays(home)}`,
    },
    items: [
      { value: 'here', text: 'In this area' },
      { value: 'no_settled_home', text: 'In this area, without a settled home' },
      {
        value: 'elsewhere',
        text: 'In another area',
        conditional: {
          html: html`${govukInput({ ...fieldOf(state, 'area'), label: { text: 'Which council or area?' } })}`,
        },
      },
      { value: 'unknown', text: 'Not known yet' },
    ],
  })}`
}

function recordSays(home: Home): string {
  switch (home.is) {
    case 'here':
      return 'The record says: in this area.'
    case 'elsewhere':
      return `The record says: in ${home.area}.`
    case 'no_settled_home':
    case 'unknown':
      return 'The record does not say.'
  }
}
