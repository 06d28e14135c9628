import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { Standing } from '../delegation.rules.ts'
import { answerInWords, type Determination } from '../determination.ts'
import type { Eligibility } from '../eligibility.ts'
import type { FamilyDecision } from '../family-decision.rules.ts'
import { conditionPages } from '../findings-form.ts'
import { carerEligibilityData as law, entry } from '../law.ts'
import type { Home } from '../responsible-authority.rules.ts'
import { homeView } from './home.view.ts'
import { reasonsView } from './steps.view.ts'

export function decideView(model: {
  readonly determination: Determination
  readonly person: Person
  readonly came: Eligibility | FamilyDecision
  readonly standing: Standing
  readonly home: Home
  readonly version: number
  readonly state: FormState
}): Html {
  const { determination, person, came, standing, home, version, state } = model
  const made =
    'eligible' in came
      ? { ...determination, eligible: came.eligible, steps: came.steps }
      : { ...determination, answer: came.answer, familySteps: came.steps }
  return html`${faultSummary(state)}
    <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
    <h1 class="govuk-heading-l">On these findings: ${answerInWords(made).toLowerCase()}</h1>
    <div id="steps">${reasonsView(made, 2)}</div>
    ${changeLinks(made)}
    ${formTag({
      body: html`${hidden('version', version)} ${homeView(state, determination, home)}
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

function changeLinks({ id, kind, steps }: Determination): Html {
  if (kind !== 'adult_carer')
    return html`<p class="govuk-body">
      <a class="govuk-link" href="/determinations/${id}/answers">Change the answers</a>
    </p>`
  return html`<ul class="govuk-list">
    ${Object.entries(conditionPages)
      .slice(0, steps?.length ?? 0)
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
