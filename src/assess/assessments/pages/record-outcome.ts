import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukDateInput } from '#platform/govuk/date-input.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import { codesOf, codeWords } from '#people/persons/code-words.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { choice, day } from '#platform/web/fields.ts'
import { dayTyped, form, freshForm, type FormState } from '#platform/web/form.ts'
import { choiceOf, dayOf, faultSummary, formTag } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { isOpen, kindNames, type Assessment } from '../assessment.ts'
import { currentForm } from '../assessment-form.ts'
import { getAssessment } from '../assessments.sql.ts'
import { takeStep } from '../take-step.ts'
import { assessors } from '../who-assesses.ts'
import { overviewLink } from './links.view.ts'

// Eligible and not eligible are the adults' regulations, which these kinds of carer are never put to.
const outcomes = ['support', 'no_support', 'information_and_advice'] as const

function outcomeForm(today: IsoDate) {
  return form({
    completed_on: day('Enter the day on which it was completed', 'The day', {
      notAfter: { date: today, words: 'The day must be today or in the past' },
    }),
    method: choice(codesOf('assessment-methods'), 'Select how it was held'),
    outcome: choice(outcomes, 'Select what it came to'),
  })
}

/** Keeps what a parent carer's, young carer's or transition assessment held elsewhere came to. */
export const recordOutcomePage = page({
  path: '/assessments/:id/outcome',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, clock }) =>
    asActor(async (tx) => {
      const { assessment, person } = await opened(tx, params.id)
      if (!isHeldElsewhere(assessment)) return see(`/assessments/${params.id}`)
      return show(viewOf(assessment, person, freshForm(dayTyped('completed_on', clock.today()))))
    }),
  post: ({ params, body, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const { assessment, person } = await opened(tx, params.id)
      if (!isHeldElsewhere(assessment)) return see(`/assessments/${params.id}`)
      const read = outcomeForm(clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(assessment, person, read.error))
      const { completed_on: completedOn, method, outcome } = read.value
      const assessorId = assessment.assessorId ?? actor.accountId
      await takeStep(tx, assessment, 'record', {
        completedOn,
        method,
        outcome,
        ...(assessorId === null ? {} : { assessorId }),
      })
      return see(`/assessments/${assessment.id}`)
    }),
})

function isHeldElsewhere({ kind, state }: Assessment): boolean {
  return isOpen(state) && currentForm(kind) === null
}

async function opened(tx: Tx, id: string) {
  const assessment = await getAssessment(tx, id)
  return { assessment, person: await getPerson(tx, assessment.personId) }
}

function viewOf(assessment: Assessment, person: Person, state: FormState): PageView {
  const methods = [...codeWords('assessment-methods')]
  const words = codeWords('assessment-outcomes')
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })
  return {
    title: `What the assessment of ${nameWithKnownAs(person)} came to`,
    before: overviewLink(assessment),
    main: html`${faultSummary(state)}
      <span class="govuk-caption-l">${nameWithKnownAs(person)}, ${assessment.reference}</span>
      <h1 class="govuk-heading-l">${kindNames[assessment.kind]}: what it came to</h1>
      ${formTag({
        body: html`${govukDateInput({ ...dayOf(state, 'completed_on'), fieldset: legend('When was it completed?') })}
        ${govukRadios({
          ...choiceOf(state, 'method'),
          fieldset: legend('How was it held?'),
          items: methods.map(([value, text]) => ({ value, text })),
        })}
        ${govukRadios({
          ...choiceOf(state, 'outcome'),
          fieldset: legend('What did it come to?'),
          items: outcomes.map((value) => ({ value, text: words.get(value) })),
        })}
        ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
      })}`,
  }
}
