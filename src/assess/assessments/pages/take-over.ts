import { z } from 'zod'
import { idParam } from '#people/persons/params.ts'
import { page, see } from '#platform/web/page.ts'
import { getAssessment, updateAssessor } from '../assessments.sql.ts'
import { assessors } from '../who-assesses.ts'

/** Takes an open assessment over from nobody or from a colleague: it is then on one's own list. */
export const takeOverPage = page({
  path: '/assessments/:id/take-over',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  post: ({ params, asActor, actor }) =>
    asActor(async (tx) => {
      const assessment = await getAssessment(tx, params.id)
      if (actor.accountId !== null) await updateAssessor(tx, assessment.id, actor.accountId)
      return see(`/assessments/${assessment.id}`)
    }),
})
