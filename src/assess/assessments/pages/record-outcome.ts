import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukDateInput } from '#platform/govuk/date-input.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { codesOf, codeWords } from '#people/persons/code-words.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { choice, day } from '#platform/web/fields.ts'
import { dayTyped, form, freshForm, type FormState } from '#platform/web/form.ts'
import { choiceOf, dayOf, faultSummary, formTag } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { kindNames, type Assessment, type AssessmentKind } from '../assessment.ts'
import { getAssessment } from '../assessments.sql.ts'
import { takeStep } from '../take-step.ts'
import { assessors } from '../who-assesses.ts'
import { overviewLink } from './links.view.ts'

// Eligible and not eligible are the adults' regulations, which these kinds of carer are never put to.
const ofFamilies = ['support', 'no_support', 'information_and_advice'] as const
const beforeEighteen = ['likely_eligible', 'not_likely_eligible', ...ofFamilies] as const

const outcomesOf = (kind: AssessmentKind) => (kind === 'transition' ? beforeEighteen : ofFamilies)

function outcomeForm(kind: AssessmentKind, today: IsoDate) {
  return form({
    completed_on: day('Enter the day on which it was completed', 'The day', {
      notAfter: { date: today, words: 'The day must be today or in the past' },
    }),
    method: choice(codesOf('assessment-methods'), 'Select how it was held'),
    outcome: choice(outcomesOf(kind), 'Select what it came to'),
  })
}

/**
 * Keeps what a parent carer's, young carer's or transition assessment came to that was held elsewhere,
 * with its day and way. What is completed here is decided by its own law, part by part.
 */
export const recordOutcomePage = page({
  path: '/assessments/:id/outcome',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, clock }) =>
    asActor(async (tx) => {
      const { assessment, person } = await opened(tx, params.id)
      if (!mayComeTo(assessment)) return see(`/assessments/${params.id}`)
      return show(viewOf(assessment, person, freshForm(dayTyped('completed_on', clock.today()))))
    }),
  post: ({ params, body, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const { assessment, person } = await opened(tx, params.id)
      if (!mayComeTo(assessment)) return see(`/assessments/${params.id}`)
      const read = outcomeForm(assessment.kind, clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(assessment, person, read.error))
      const { completed_on: completedOn, method, outcome: cameTo } = read.value
      const assessorId = assessment.assessorId ?? actor.accountId
      await takeStep(tx, assessment, 'record', {
        completedOn,
        method,
        outcome: cameTo,
        ...(assessorId === null ? {} : { assessorId }),
      })
      return see(`/assessments/${assessment.id}`)
    }),
})

/** What is begun here is completed and decided here. */
function mayComeTo({ kind, state }: Assessment): boolean {
  return kind !== 'adult_carer' && state === 'asked'
}

async function opened(tx: Tx, id: string) {
  const assessment = await getAssessment(tx, id)
  return { assessment, person: await getPerson(tx, assessment.personId) }
}

function viewOf(assessment: Assessment, person: Person, state: FormState): PageView {
  const words = codeWords('assessment-outcomes')
  return {
    title: `What the assessment of ${nameWithKnownAs(person)} came to`,
    before: overviewLink(assessment),
    main: html`${faultSummary(state)}
      <span class="govuk-caption-l">${nameWithKnownAs(person)}, ${assessment.reference}</span>
      <h1 class="govuk-heading-l">${kindNames[assessment.kind]}: what it came to</h1>
      ${formTag({
        body: html`${whenAndHow(state)}
        ${govukRadios({
          ...choiceOf(state, 'outcome'),
          fieldset: legend('What did it come to?'),
          items: outcomesOf(assessment.kind).map((value) => ({ value, text: words.get(value) })),
        })}
        ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
      })}`,
  }
}

function legend(text: string) {
  return { legend: { text, classes: 'govuk-fieldset__legend--s' } }
}

function whenAndHow(state: FormState): Html {
  return html`${govukDateInput({ ...dayOf(state, 'completed_on'), fieldset: legend('When was it completed?') })}
  ${govukRadios({
    ...choiceOf(state, 'method'),
    fieldset: legend('How was it held?'),
    items: [...codeWords('assessment-methods')].map(([value, text]) => ({ value, text })),
  })}`
}
