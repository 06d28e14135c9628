import { mustTick } from '#platform/web/fields.ts'
import { form, freshForm, type FormState, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context, type Page } from '#platform/web/page.ts'
import type { Gathered } from '#platform/room.ts'
import type { Account } from '#share/accounts/account.ts'
import { administratorOf, administrators } from '../administrator.ts'
import { closeAccount } from '../close-account.ts'
import { tellManagers, workLeft } from '../work-left.ts'
import { closeAccountView } from './close-account.view.ts'
import { getStaff, personParams } from './person.ts'

const sure = form({ sure: mustTick('Tick the box to say that this person left') })

/** Closes the account of somebody who left, and says what work they leave behind. */
export function closeAccountPage(gathered: Gathered): Page {
  return page({
    path: '/admin/people/:id/close',
    door: 'workspace',
    may: administrators,
    params: personParams,
    get: async (context) => {
      const account = await staff(context, context.params.id)
      return account.active
        ? show(await view(context, gathered, account, freshForm()))
        : see(`/admin/people/${account.id}`)
    },
    post: async (context) => {
      const account = await staff(context, context.params.id)
      const read = sure.read(context.body)
      if (!read.ok) return showAgain(await view(context, gathered, account, read.error))
      const closed = await closeAccount(context, administratorOf(context), account)
      if (!closed.ok) {
        const state = withFault(context.body, 'sure', closed.error)
        return showAgain(await view(context, gathered, account, state))
      }
      await tellManagers(context, account)
      return see(`/admin/people/${account.id}`)
    },
  })
}

const staff = (context: Context, id: string): Promise<Account> =>
  context.asActor((tx) => getStaff(tx, context.actor.authorityId, id))

async function view(context: Context, gathered: Gathered, account: Account, state: FormState) {
  // As the house: the administrator learns how much waits, and of nobody in it.
  const left = await context.asSystem('work of a leaver', (tx) =>
    workLeft(tx, gathered.workInHand, account),
  )
  return closeAccountView({ account, left, state })
}
