import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { day } from '#platform/web/fields.ts'
import { dayTyped, form, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain } from '#platform/web/page.ts'
import { text } from '../answers.ts'
import type { Assessment } from '../assessment.ts'
import { getAssessment } from '../assessments.sql.ts'
import { combinationIn, mattersIn } from '../matters.rules.ts'
import { insertMatters } from '../matters.sql.ts'
import { takeStep } from '../take-step.ts'
import { missingMatters } from '../missing-matters.rules.ts'
import { allAnswers } from '../section-state.ts'
import { unconfirmedMatters } from '../known.rules.ts'
import { listSections } from '../sections.sql.ts'
import { wholeForm } from '../whole-form.ts'
import { assessors } from '../who-assesses.ts'
import { unsettledChildren } from '../young-carer-referral.rules.ts'
import { listNamedChildren } from '../young-carers.sql.ts'
import { completeView } from './complete-assessment.view.ts'
import { overviewLink } from './links.view.ts'

function completeForm(assessment: Assessment, today: IsoDate) {
  return form({
    completed_on: day('Enter the day on which the assessment was completed', 'The day', {
      notAfter: { date: today, words: 'The day must be today or in the past' },
      ...(assessment.begunOn === null
        ? {}
        : {
            notBefore: {
              date: assessment.begunOn,
              words: 'The day must be on or after the day on which it was begun',
            },
          }),
    }),
  })
}

/** Completes an assessment, once nothing that the law asks for is missing from it. */
export const completeAssessmentPage = page({
  path: '/assessments/:id/complete',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, clock }) =>
    asActor(async (tx) => {
      const found = await opened(tx, params.id)
      if (found.assessment.state !== 'begun') return see(`/assessments/${params.id}`)
      return show(viewOf(found, freshForm(dayTyped('completed_on', clock.today()))))
    }),
  post: ({ params, body, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const found = await opened(tx, params.id)
      const { assessment, answers, missing } = found
      if (assessment.state !== 'begun') return see(`/assessments/${params.id}`)
      if (missing.length > 0) {
        const words = 'This assessment cannot be completed yet: ask about what is listed here'
        return showAgain(viewOf(found, withFault(body, 'missing', words)))
      }
      const read = completeForm(assessment, clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(found, read.error))
      const given = text(answers, 'information_given_on')
      const done = await takeStep(tx, assessment, 'complete', {
        completedOn: read.value.completed_on,
        method: text(answers, 'method') || null,
        ...combinationIn(answers),
        informationSentOn: given === '' ? null : isoDate(given),
      })
      if (done) await insertMatters(tx, actor, assessment, mattersIn(found.form, answers))
      return see(`/assessments/${assessment.id}/decision`)
    }),
})

async function opened(tx: Tx, id: string) {
  const assessment = await getAssessment(tx, id)
  const person = await getPerson(tx, assessment.personId)
  if (assessment.formVersion === null) throw new NotFound('assessment form')
  const saved = await listSections(tx, id)
  const answers = allAnswers(saved)
  const asked = await wholeForm(tx, assessment.formVersion)
  const named = await listNamedChildren(tx, id)
  const missing = [
    ...missingMatters(asked, answers),
    ...unconfirmedMatters(asked, saved),
    ...unsettledChildren(asked, answers, named.length),
  ]
  return { assessment, person, answers, missing, form: asked }
}

type Opened = Awaited<ReturnType<typeof opened>>

function viewOf({ assessment, person, missing, form: asked }: Opened, state: FormState) {
  return {
    title: `Complete the assessment of ${nameWithKnownAs(person)}`,
    before: overviewLink(assessment),
    main: completeView({ assessment, person, missing, form: asked, state }),
  }
}
