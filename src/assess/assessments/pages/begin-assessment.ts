import { z } from 'zod'
import { idParam } from '#people/persons/params.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { page, see } from '#platform/web/page.ts'
import { getAssessment } from '../assessments.sql.ts'
import { takeStep } from '../take-step.ts'
import { wholeCurrentForm } from '../whole-form.ts'
import { assessors } from '../who-assesses.ts'

/** Begins an assessment with the form that is current today; pressed twice, it begins once. */
export const beginAssessmentPage = page({
  path: '/assessments/:id/begin',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  post: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const assessment = await getAssessment(tx, params.id)
      const form = await wholeCurrentForm(tx, assessment.kind)
      if (form === null) throw new NotFound('assessment form')
      await takeStep(tx, assessment, 'begin', {
        begunOn: clock.today(),
        formVersion: form.version,
        ...(actor.accountId === null ? {} : { assessorId: actor.accountId }),
      })
      return see(`/assessments/${assessment.id}`)
    }),
})
