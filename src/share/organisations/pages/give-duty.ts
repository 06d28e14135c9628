import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { type FormState, freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context } from '#platform/web/page.ts'
import { administratorOf, administrators } from '../administrator.ts'
import { dutyForm } from '../duty-form.ts'
import { giveDuty } from '../give-duty.ts'
import { listOrganisations } from '../organisations.sql.ts'
import { takeDuty } from '../take-duty.ts'
import { giveDutyView, notTakenView } from './give-duty.view.ts'
import { getStaff, personParams } from './person.ts'

async function known(context: Context, tx: Tx, id: string) {
  const { authorityId } = context.actor
  const to = await getStaff(tx, authorityId, id)
  if (!to.active) throw new NotFound('open account')
  const organisations = await listOrganisations(tx, { authorityId, today: context.clock.today() })
  return { to, organisations }
}

/** Gives somebody one duty more, from a day and until one. */
export const giveDutyPage = page({
  path: '/admin/people/:id/duties',
  door: 'workspace',
  may: administrators,
  params: personParams,
  get: (context) =>
    context.asActor(async (tx) => {
      const shown = await known(context, tx, context.params.id)
      return show(giveDutyView({ ...shown, state: freshForm({ id: newId() }) }))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const shown = await known(context, tx, context.params.id)
      const again = (state: FormState) => showAgain(giveDutyView({ ...shown, state }))
      const today = context.clock.today()
      const read = dutyForm(shown.organisations, today).read(context.body)
      if (!read.ok) return again(read.error)
      const { id, organisation, duty, since, until } = read.value
      const given = await giveDuty(tx, {
        by: administratorOf(context),
        to: shown.to,
        at: shown.organisations.find((each) => String(each.id) === organisation)!,
        id,
        duty,
        since: since ?? today,
        until,
      })
      if (!given.ok) return again(withFault(context.body, 'duty', given.error))
      const said = given.value === 'asked' ? '?said=asked' : ''
      return see(`/admin/people/${shown.to.id}${said}`)
    }),
})

/** Takes a duty away, from this moment. */
export const takeDutyPage = page({
  path: '/admin/people/:id/duties/:held/take',
  door: 'workspace',
  may: administrators,
  params: z.object({ id: z.uuid(), held: z.uuid() }),
  get: async ({ params }) => see(`/admin/people/${params.id}`),
  post: (context) =>
    context.asActor(async (tx) => {
      const { id, held } = context.params
      const to = await getStaff(tx, context.actor.authorityId, id)
      const taken = await takeDuty(tx, {
        by: administratorOf(context),
        accountId: id,
        heldId: held,
        today: context.clock.today(),
      })
      return taken.ok ? see(`/admin/people/${id}`) : showAgain(notTakenView(to, taken.error))
    }),
})
