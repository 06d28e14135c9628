import { govukButton } from '#platform/govuk/button.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import type { FormState } from '#platform/web/form.ts'
import { choiceOf, faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import type { Answers } from '#assess/assessments/answers.ts'
import type { AssessmentForm } from '#assess/assessments/assessment-form.ts'
import { saidIn } from '#assess/assessments/said.ts'
import { familyDecision } from '../family-decision.rules.ts'
import {
  familyLaws,
  type FamilyFindings,
  type FamilyKind,
  type FamilyQuestion,
} from '../family-decision.ts'
import { reasonsView } from './steps.view.ts'

export type AnswersModel = {
  readonly person: Person
  readonly kind: FamilyKind
  readonly form: AssessmentForm
  readonly answers: Answers
  readonly state: FormState
  readonly version: number
  /** What somebody else saved while this was typed. */
  readonly theirs?: FamilyFindings
}

const headings: Readonly<Record<FamilyKind, string>> = {
  parent_carer: 'What is decided for the parent carer',
  young_carer: 'What is decided for the young carer',
  transition: 'What is to be expected after 18',
}

const toWhom: Readonly<Record<FamilyKind, string>> = {
  parent_carer: 'Write your reasons to the parent, as “you”: they stand in the letter.',
  young_carer:
    'Write your reasons to the child, as “you”, in words of their age: they stand in the letter.',
  transition: 'Write your reasons to the carer, as “you”: they stand in the letter.',
}

export function answersView(model: AnswersModel): Html {
  const { person, kind, state, version } = model
  const { questions, law } = familyLaws[kind]
  return html`${faultSummary(state)}
    <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
    <h1 class="govuk-heading-l">${headings[kind]}</h1>
    ${theirsView(model)}
    <p class="govuk-body">
      The adults' eligibility test is not used: this follows ${law}. ${toWhom[kind]} Where an answer
      ends it, what comes after stays empty.
    </p>
    ${saidView(model)}
    ${formTag({
      body: html`${hidden('version', version)}
      ${questions.map((question) => questionView(state, question))}
      ${govukButton({ text: 'Save and continue', preventDoubleClick: true })}`,
    })}`
}

function questionView(state: FormState, of: FamilyQuestion): Html {
  return html`${govukRadios({
    ...choiceOf(state, of.id),
    classes: 'govuk-radios--small',
    fieldset: {
      legend: {
        html: html`${of.question} <span class="app-ref">${of.ref}</span>`,
        classes: 'govuk-fieldset__legend--m',
      },
    },
    hint: { text: of.hint },
    items: of.answers.map(({ id, text }) => ({ value: id, text })),
  })}
  ${govukTextarea({
    ...fieldOf(state, `${of.id}_reason`),
    rows: 3,
    label: {
      html: html`Your reason<span class="govuk-visually-hidden">: ${of.title}</span>`,
      classes: 'govuk-label--s',
    },
  })}`
}

/** The assessment as it was written, so that nobody goes back to look for it. */
function saidView({ form, answers }: AnswersModel): Html {
  const parts = form.sections.map((section) => ({ section, said: saidIn(section, answers) }))
  return html`${parts
    .filter(({ said }) => said.length > 0)
    .map(({ section, said }) =>
      govukDetails({
        summaryText: `What was said: ${section.title.toLowerCase()}`,
        html: html`<dl class="app-said">
          ${said.map(
            ({ label, words }) =>
              html`<dt>${label}</dt>
                <dd>${words}</dd>`,
          )}
        </dl>`,
      }),
    )}`
}

function theirsView({ theirs, kind }: AnswersModel): Html {
  if (theirs === undefined) return nothing
  const familySteps = familyDecision(kind, theirs).steps
  return govukInsetText({
    html: html`<h2 class="govuk-heading-m">Somebody saved these answers while you were writing</h2>
      <p class="govuk-body">
        Nothing was overwritten, and what you typed is in the form below. This is what they saved.
        Take from it what should stay, then save again.
      </p>
      ${reasonsView({ steps: null, familySteps })}`,
  })
}
