import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { stopMessagesTo } from '#platform/messages/messages.sql.ts'
import { dayTyped, freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { fullName } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { changeCaringForm } from '../caring-form.ts'
import { getCaring, updateCaring } from '../caring.sql.ts'
import type { Caring } from '../caring.ts'
import { changeCaringView } from './change-caring.view.ts'

/** Changes what is known of a caring relation, or ends it. */
export const changeCaringPage = page({
  path: '/carers/:id/looks-after/:caring',
  door: 'workspace',
  may: workers,
  params: z.object({ id: idParam, caring: idParam }),
  get: ({ params, asActor }) =>
    asActor(async (tx) => {
      const carer = await getPerson(tx, params.id)
      const caring = await getCaring(tx, { carerId: carer.id, id: params.caring })
      return show(viewOf({ carer, caring, state: filled(caring) }))
    }),
  post: ({ params, body, clock, asActor }) =>
    asActor(async (tx) => {
      const carer = await getPerson(tx, params.id)
      const caring = await getCaring(tx, { carerId: carer.id, id: params.caring })
      const read = changeCaringForm(clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf({ carer, caring, state: read.error }))
      const { version, livesTogether, ...values } = read.value
      const together = livesTogether === null ? null : livesTogether === 'yes'
      const change = { id: caring.id, version, values: { ...values, livesTogether: together } }
      if (await updateCaring(tx, change)) {
        await stopMessagesTo(tx, { authorityId: carer.authorityId, personId: carer.id })
        return see(`/carers/${carer.id}`)
      }
      const state = freshForm({ ...body, version: String(caring.version) })
      return showConflict(viewOf({ carer, caring, state, stored: caring }))
    }),
})

type Model = Parameters<typeof changeCaringView>[0]

function viewOf(model: Model): PageView {
  return { title: `Caring by ${fullName(model.carer)}`, main: changeCaringView(model) }
}

function filled(caring: Caring): FormState {
  return freshForm({
    version: String(caring.version),
    relationship: caring.relationship ?? '',
    conditions: caring.conditions,
    hoursBand: caring.hoursBand ?? '',
    livesTogether: caring.livesTogether === null ? '' : caring.livesTogether ? 'yes' : 'no',
    endReason: caring.endReason ?? '',
    ...dayTyped('since', caring.since),
    ...dayTyped('until', caring.until),
  })
}
