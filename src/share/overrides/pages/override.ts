import { z } from 'zod'
import { holds, type Actor } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import { Forbidden } from '#platform/lib/errors.ts'
import { dayTyped, freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { accountOf } from '../opened-by.ts'
import { lookedThroughForm, withholdForm } from '../override-forms.ts'
import type { Override } from '../override.ts'
import { isOpen, lastDayWithheld } from '../override.rules.ts'
import { endOverride, getOverride, updateLookedThrough, updateWithheld } from '../overrides.sql.ts'
import { overrideView } from './override.view.ts'

const declared = { door: 'workspace', may: workers, params: z.object({ id: idParam }) } as const

/** One override: why, what it opened, who looked through it, and whether the carer is told. */
export const overridePage = page({
  ...declared,
  path: '/overrides/:id',
  get: ({ params, actor, asActor, clock }) =>
    asActor(async (tx) => {
      const today = clock.today()
      const typed = freshForm(dayTyped('until', lastDayWithheld(today)))
      return show(viewOf(await getOverride(tx, params.id), actor, clock.now(), typed))
    }),
})

/** The opener shuts the record as soon as they are done. */
export const shutOverridePage = page({
  ...declared,
  path: '/overrides/:id/shut',
  get: async ({ params: { id } }) => see(`/overrides/${id}`),
  post: ({ params: { id }, actor, asActor, clock }) =>
    asActor(async (tx) => {
      const override = await getOverride(tx, id)
      if (override.accountId !== actor.accountId) throw new Forbidden('Only its opener shuts it')
      await endOverride(tx, { id, at: clock.now() })
      return see(`/overrides/${id}`)
    }),
})

/** A manager or the safeguarding lead has read why; never whoever opened it. */
export const lookThroughPage = page({
  ...declared,
  path: '/overrides/:id/look-through',
  get: async ({ params: { id } }) => see(`/overrides/${id}`),
  post: ({ params: { id }, actor, body, asActor, clock }) =>
    asActor(async (tx) => {
      const override = await getOverride(tx, id)
      if (!mayLookThrough(actor, override)) throw new Forbidden('Somebody else looks through it')
      const read = lookedThroughForm.read(body)
      if (!read.ok) return showAgain(viewOf(override, actor, clock.now(), read.error))
      const { words } = read.value
      await updateLookedThrough(tx, { id, by: accountOf(actor), at: clock.now(), words })
      return see(`/overrides/${id}`)
    }),
})

/** Keeps the look from the carer's list, or tells it again: on the safeguarding lead's word alone. */
export const withholdPage = page({
  ...declared,
  path: '/overrides/:id/withhold',
  may: ['safeguarding_lead'],
  get: async ({ params: { id } }) => see(`/overrides/${id}`),
  post: ({ params: { id }, actor, body, asActor, clock }) =>
    asActor(async (tx) => {
      const override = await getOverride(tx, id)
      const word = { id, by: accountOf(actor), at: clock.now() }
      if (body['tell'] === 'yes') {
        await updateWithheld(tx, { ...word, because: null, until: null })
        return see(`/overrides/${id}`)
      }
      const read = withholdForm(clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(override, actor, clock.now(), read.error))
      await updateWithheld(tx, { ...word, ...read.value })
      return see(`/overrides/${id}`)
    }),
})

function mayLookThrough(actor: Actor, override: Override): boolean {
  return holds(actor, 'manager', 'safeguarding_lead') && override.accountId !== actor.accountId
}

function viewOf(override: Override, actor: Actor, now: string, state: FormState) {
  return overrideView({
    override,
    now,
    state,
    mayOpen: override.accountId === actor.accountId && isOpen(override, now),
    mayLookThrough: mayLookThrough(actor, override) && override.lookedThroughAt === null,
    mayWithhold: holds(actor, 'safeguarding_lead'),
  })
}
