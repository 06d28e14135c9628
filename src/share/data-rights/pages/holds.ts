import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { Forbidden } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { readReference } from '#platform/lib/reference.ts'
import { freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { recordKeepers } from '../data-rights.ts'
import { endHold, findHoldable, insertHold, listHolds } from '../holds.sql.ts'
import { endHoldForm, holdForm } from '../keep-forms.ts'
import { holdsView } from './holds.view.ts'

const declared = { door: 'workspace', may: recordKeepers } as const

/** Records that are kept whatever their age: one person's, or every one of the authority. */
export const holdsPage = page({
  ...declared,
  path: '/retention/holds',
  get: ({ asActor }) => asActor(async (tx) => show(await viewOf(tx, freshForm({ id: newId() })))),
  post: ({ body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const read = holdForm.read(body)
      if (!read.ok) return showAgain(await viewOf(tx, read.error))
      const { id, whom, reference, reason } = read.value
      const personId =
        whom === 'everybody' ? null : await findHoldable(tx, readReference(reference ?? '') ?? '')
      if (whom === 'person' && personId === null)
        return showAgain(
          await viewOf(tx, withFault(body, 'reference', 'There is no record with this reference')),
        )
      const { accountId, authorityId, displayName } = actor
      if (accountId === null) throw new Forbidden('Somebody with a name holds a record')
      const placed = { placedBy: accountId, placedByName: displayName, placedOn: clock.today() }
      await insertHold(tx, { authorityId, id, personId, reason, ...placed })
      return see('/retention/holds')
    }),
})

/** Ends a hold, with a reason. */
export const endHoldPage = page({
  ...declared,
  path: '/retention/holds/:id',
  params: z.object({ id: idParam }),
  get: async () => see('/retention/holds'),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const read = endHoldForm.read(body)
      if (!read.ok) return showAgain(await viewOf(tx, { ...read.error, typed: { id: newId() } }))
      if (actor.accountId === null) throw new Forbidden('Somebody with a name ends a hold')
      const { because } = read.value
      await endHold(tx, { id: params.id, on: clock.today(), by: actor.accountId, because })
      return see('/retention/holds')
    }),
})

async function viewOf(tx: Tx, state: FormState) {
  return holdsView({ holds: await listHolds(tx), state })
}
