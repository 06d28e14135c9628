import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { optionalChoice } from '#platform/web/fields.ts'
import { form, freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { listInvolvements, listWorkers, updateWorker } from '../involvements.sql.ts'
import { idParam } from '../params.ts'
import { fullName } from '../person.ts'
import { getPerson } from '../persons.sql.ts'
import { namedWorkerView } from './named-worker.view.ts'

/** Gives a carer a named worker at the actor's organisation, or another one. */
export const namedWorkerPage = page({
  path: '/carers/:id/worker/:involvement',
  door: 'workspace',
  may: workers,
  params: z.object({ id: idParam, involvement: idParam }),
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const of = await asked(tx, actor, params)
      return show(viewOf(of, freshForm({ worker: of.involvement.workerId ?? '' })))
    }),
  post: ({ params, actor, body, asActor }) =>
    asActor(async (tx) => {
      const of = await asked(tx, actor, params)
      const choices = of.workers.map(({ id }) => id)
      const read = form({ worker: optionalChoice(choices, 'Select someone from the list') }).read(
        body,
      )
      if (!read.ok) return showAgain(viewOf(of, read.error))
      await updateWorker(tx, { involvementId: of.involvement.id, workerId: read.value.worker })
      return see(`/carers/${params.id}`)
    }),
})

type Asked = Awaited<ReturnType<typeof asked>>

/** The person, their open involvement with an organisation of the actor's, and who works there. */
async function asked(
  tx: Tx,
  actor: Actor,
  params: { readonly id: string; readonly involvement: string },
) {
  const person = await getPerson(tx, params.id)
  const involvement = (await listInvolvements(tx, person.id)).find(
    ({ id, until, organisationId }) =>
      id === params.involvement && until === null && actor.organisationIds.includes(organisationId),
  )
  if (involvement === undefined) throw new NotFound('involvement')
  return { person, involvement, workers: await listWorkers(tx, [involvement.organisationId]) }
}

function viewOf(of: Asked, state: FormState): PageView {
  return {
    title: `Named worker of ${fullName(of.person)}`,
    main: namedWorkerView({ ...of, state }),
  }
}
