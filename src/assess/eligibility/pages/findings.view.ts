import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import type { FormState } from '#platform/web/form.ts'
import {
  choiceOf,
  choicesOf,
  faultSummary,
  fieldOf,
  formTag,
  hidden,
} from '#platform/web/form-view.ts'
import type { Answers } from '#assess/assessments/answers.ts'
import type { AssessmentForm } from '#assess/assessments/assessment-form.ts'
import { saidFor } from '#assess/assessments/said.ts'
import { carerEligibility } from '../carer-eligibility.rules.ts'
import type { ConditionId, Findings } from '../eligibility.ts'
import { able } from '../findings-form.ts'
import { carerEligibilityData as law, entry, wellbeingData } from '../law.ts'
import { stepsView } from './steps.view.ts'

export type FindingsModel = {
  readonly person: Person
  readonly condition: ConditionId
  readonly form: AssessmentForm
  readonly answers: Answers
  readonly state: FormState
  readonly version: number
  /** What somebody else saved while this was typed. */
  readonly theirs?: Findings
}

export function findingsView(model: FindingsModel): Html {
  const { person, condition, state, version, theirs } = model
  const { title, ref, question, hint } = entry(law.conditions, condition)
  return html`${faultSummary(state)}
    <span class="govuk-caption-l"
      >${nameWithKnownAs(person)}: condition ${condition.slice(1)} of 3</span
    >
    <h1 class="govuk-heading-l">${title} <span class="app-ref">${ref}</span></h1>
    ${theirs === undefined ? nothing : theirsView(theirs)}
    <p class="govuk-body-l">${question}</p>
    <p class="govuk-body">${hint}</p>
    <p class="govuk-body">
      Write your reasons to the carer, as “you”: they stand in the decision letter.
    </p>
    ${formTag({
      body: html`${hidden('version', version)} ${questions[condition](model)}
      ${govukButton({ text: 'Save and continue', preventDoubleClick: true })}`,
    })}`
}

const questions: Readonly<Record<ConditionId, (model: FindingsModel) => Html>> = {
  C1: (model) =>
    html`${saidView(model, 'C1')} ${yesNo(model, 'C1', 'Is this condition met?')}
    ${evidence(model, 'C1', 'Your reason', law.fluctuating.hint)}`,
  C2: (model) =>
    html`<h2 class="govuk-heading-m">
        ${law.health.title} <span class="app-ref">${law.health.ref}</span>
      </h2>
      ${saidView(model, 'C2a')} ${yesNo(model, 'C2a', law.health.question)}
      ${evidence(model, 'C2a', 'What shows it?')}
      <h2 class="govuk-heading-m">Outcomes</h2>
      <p class="govuk-body">Look at all eight. Tick every way in which the carer is unable.</p>
      ${law.outcomes.map((outcome) => outcomeView(model, outcome))}
      ${evidence(model, 'C2', 'If nothing applies: your reason')}`,
  C3: (model) =>
    html`${saidView(model, 'C3')} ${yesNo(model, 'C3', 'Is this condition met?')}
    ${govukCheckboxes({
      ...choicesOf(model.state, 'wellbeing'),
      classes: 'govuk-checkboxes--small',
      fieldset: legend('If it is: on which parts of wellbeing?'),
      items: wellbeingData.domains.map(({ id, title, ref }) => ({
        value: id,
        text: `${title} (${ref})`,
      })),
    })}
    ${evidence(model, 'C3', 'Your reason')}`,
}

function outcomeView(model: FindingsModel, outcome: (typeof law.outcomes)[number]): Html {
  const ways = law.limbs.map(({ id, title, ref }) => ({ value: id, text: `${title} (${ref})` }))
  return html`${govukCheckboxes({
    ...choicesOf(model.state, outcome.id),
    classes: 'govuk-checkboxes--small',
    formGroup: { classes: 'app-joined' },
    fieldset: legend(`${outcome.title} (${outcome.ref})`),
    hint: { text: outcome.about },
    items: [
      ...ways,
      { value: able, text: 'Able to, or it does not arise', behaviour: 'exclusive' },
    ],
  })}
  ${saidView(model, outcome.id)}
  ${evidence(model, outcome.id, html`What shows it?<span class="govuk-visually-hidden"> ${outcome.title}</span>`)}`
}

function yesNo({ state }: FindingsModel, name: string, question: string): Html {
  return govukRadios({
    ...choiceOf(state, name),
    classes: 'govuk-radios--inline',
    fieldset: legend(question),
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  })
}

function evidence({ state }: FindingsModel, id: string, label: string | Html, hint?: string): Html {
  return govukTextarea({
    ...fieldOf(state, `${id}_evidence`),
    rows: 3,
    label: typeof label === 'string' ? { text: label, classes: 'govuk-label--s' } : { html: label },
    hint: hint === undefined ? undefined : { text: hint },
  })
}

/** What the carer said that bears on this, so that nobody goes back to look for it. */
function saidView({ form, answers }: FindingsModel, finding: string): Html {
  const said = saidFor(form, answers, finding)
  if (said.length === 0) return nothing
  return govukDetails({
    summaryText: 'What the carer said about this',
    html: html`<dl class="app-said">
      ${said.map(
        ({ label, words }) =>
          html`<dt>${label}</dt>
            <dd>${words}</dd>`,
      )}
    </dl>`,
  })
}

function theirsView(theirs: Findings): Html {
  return govukInsetText({
    html: html`<h2 class="govuk-heading-m">Somebody saved these findings while you were writing</h2>
      <p class="govuk-body">
        Nothing was overwritten, and what you typed is in the form below. This is what they saved.
        Take from it what should stay, then save again.
      </p>
      ${stepsView(carerEligibility(theirs).steps)}`,
  })
}

function legend(text: string) {
  return { legend: { text, classes: 'govuk-fieldset__legend--s' } }
}
