import { z } from 'zod'
import { page, see, showAgain } from '#platform/web/page.ts'
import { withFault } from '#platform/web/form.ts'
import { idParam } from '#people/persons/params.ts'
import { decideErasure } from '../decide-erasure.ts'
import { erasureForm } from '../request-forms.ts'
import { requestPageOf } from './request.ts'

/** Somebody with a name answers a request for erasure, with a reason, in writing. */
export const decideErasurePage = page({
  path: '/data-requests/:id/erasure',
  door: 'workspace',
  may: ['council_practitioner'],
  params: z.object({ id: idParam }),
  get: async ({ params }) => see(`/data-requests/${params.id}`),
  post: async (context) => {
    const { params, body, actor, clock, asActor } = context
    const read = erasureForm.read(body)
    const done = read.ok
      ? await decideErasure(context, { requestId: params.id, ...read.value })
      : null
    if (done?.ok === true) return see(`/data-requests/${params.id}`)
    const state = read.ok
      ? withFault(body, 'decision', done?.ok === false ? done.error : '')
      : read.error
    return asActor(async (tx) =>
      showAgain(await requestPageOf(tx, { id: params.id, actor, today: clock.today(), state })),
    )
  },
})
