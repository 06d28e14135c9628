import { z } from 'zod'
import { idParam } from '#people/persons/params.ts'
import { choice } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { page, see } from '#platform/web/page.ts'
import { getAssessment } from '../assessments.sql.ts'
import { upsertWay, ways } from '../way.sql.ts'
import { assessors } from '../who-assesses.ts'

const wayForm = form({ way: choice(ways, 'Select how you want to write') })

/** Keeps how this worker likes to write assessments, and goes back to the one they came from. */
export const changeWayPage = page({
  path: '/assessments/:id/way',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  post: ({ params, body, asActor, actor }) =>
    asActor(async (tx) => {
      const { id } = await getAssessment(tx, params.id)
      const read = wayForm.read(body)
      const { authorityId, accountId } = actor
      if (read.ok && accountId !== null)
        await upsertWay(tx, { authorityId, accountId, way: read.value.way })
      return see(`/assessments/${id}`)
    }),
})
