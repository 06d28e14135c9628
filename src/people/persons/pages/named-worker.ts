import { workers } from '#platform/access/duties.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { optionalChoice } from '#platform/web/fields.ts'
import { form, freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { listWorkers, updateWorker } from '../involvements.sql.ts'
import { fullName } from '../person.ts'
import { namedWorkerView } from './named-worker.view.ts'
import { getOwnInvolvement, involvementParams } from './own-involvement.ts'

/** Gives a carer a named worker at the actor's organisation, or another one. */
export const namedWorkerPage = page({
  path: '/carers/:id/worker/:involvement',
  door: 'workspace',
  may: workers,
  params: involvementParams,
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const asked = await withWorkers(tx, actor, params)
      return show(viewOf(asked, freshForm({ worker: asked.involvement.workerId ?? '' })))
    }),
  post: ({ params, actor, body, asActor }) =>
    asActor(async (tx) => {
      const asked = await withWorkers(tx, actor, params)
      const ids = asked.workers.map(({ id }) => id)
      const read = form({ worker: optionalChoice(ids, 'Select someone from the list') }).read(body)
      if (!read.ok) return showAgain(viewOf(asked, read.error))
      await updateWorker(tx, {
        involvementId: asked.involvement.id,
        workerId: read.value.worker,
      })
      return see(`/carers/${params.id}`)
    }),
})

type Asked = Awaited<ReturnType<typeof withWorkers>>

async function withWorkers(
  tx: Tx,
  actor: Actor,
  params: { readonly id: string; readonly involvement: string },
) {
  const own = await getOwnInvolvement(tx, actor, params)
  return { ...own, workers: await listWorkers(tx, [own.involvement.organisationId]) }
}

function viewOf(asked: Asked, state: FormState): PageView {
  return {
    title: `Named worker of ${fullName(asked.person)}`,
    main: namedWorkerView({ ...asked, state }),
  }
}
