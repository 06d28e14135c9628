import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { Forbidden, NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { inWords } from '#platform/lib/dates.ts'
import { choice, day, hiddenId, optionalDay, text } from '#platform/web/fields.ts'
import { form, type FormState, freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context } from '#platform/web/page.ts'
import { administratorOf, administrators } from '../administrator.ts'
import { canEnd, delegableFrom, delegableTo, overlap } from '../delegating.rules.ts'
import {
  insertDelegation,
  isCouncilAdministrator,
  listDelegations,
  updateDelegationUntil,
} from '../delegation.sql.ts'
import { numbers, periodFault } from '../duty-form.ts'
import type { Organisation } from '../organisation.ts'
import { listOrganisations } from '../organisations.sql.ts'
import { delegationView } from './delegation.view.ts'

const delegationForm = (organisations: readonly Organisation[]) =>
  form(
    {
      id: hiddenId(),
      organisation: choice(numbers(organisations), 'Select the organisation'),
      since: day('Enter the day from which it may decide', 'The first day', {
        notBefore: {
          date: delegableFrom,
          words: `The first day must be on or after ${inWords(delegableFrom)}, when the Care Act came into force`,
        },
      }),
      until: optionalDay('The last day'),
      reason: text('Enter the council’s decision or contract that says so', 300),
    },
    periodFault,
  )

async function opened(tx: Tx, { actor, clock }: Context) {
  const { authorityId, accountId } = actor
  const today = clock.today()
  const all = await listOrganisations(tx, { authorityId, today })
  return {
    today,
    organisations: all.filter(({ kind }) => delegableTo.includes(kind)),
    delegations: await listDelegations(tx, authorityId),
    isCouncil:
      accountId !== null && (await isCouncilAdministrator(tx, { authorityId, accountId, today })),
  }
}

/** To whom the council has delegated the decision on eligibility, since when and on what ground. */
export const delegationPage = page({
  path: '/admin/delegation',
  door: 'workspace',
  may: administrators,
  get: (context) =>
    context.asActor(async (tx) =>
      show(delegationView({ ...(await opened(tx, context)), state: freshForm({ id: newId() }) })),
    ),
  post: (context) =>
    context.asActor(async (tx) => {
      const { authorityId } = administratorOf(context)
      const shown = await opened(tx, context)
      if (!shown.isCouncil) throw new Forbidden('Only the council delegates what is its own')
      const again = (state: FormState) => showAgain(delegationView({ ...shown, state }))
      const read = delegationForm(shown.organisations).read(context.body)
      if (!read.ok) return again(read.error)
      const term = { ...read.value, organisationId: Number(read.value.organisation) }
      const other = shown.delegations.find((each) => each.id !== term.id && overlap(each, term))
      if (other !== undefined)
        return again(
          withFault(
            context.body,
            'since',
            `It is delegated to ${other.organisation} on these days already`,
          ),
        )
      const { id, organisationId, since, until, reason } = term
      await insertDelegation(tx, { authorityId, id, organisationId, since, until, reason })
      return see('/admin/delegation')
    }),
})

/** Ends a delegation with today: what was decided under it stays decided. */
export const endDelegationPage = page({
  path: '/admin/delegation/:id/end',
  door: 'workspace',
  may: administrators,
  params: z.object({ id: z.uuid() }),
  get: async () => see('/admin/delegation'),
  post: (context) =>
    context.asActor(async (tx) => {
      const { authorityId } = administratorOf(context)
      const shown = await opened(tx, context)
      if (!shown.isCouncil) throw new Forbidden('Only the council delegates what is its own')
      const term = shown.delegations.find(({ id }) => id === context.params.id)
      if (term === undefined) throw new NotFound('delegation')
      if (canEnd(term, shown.today))
        await updateDelegationUntil(tx, { authorityId, id: term.id, until: shown.today })
      return see('/admin/delegation')
    }),
})
