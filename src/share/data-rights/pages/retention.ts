import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { Forbidden } from '#platform/lib/errors.ts'
import { freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { recordKeepers } from '../data-rights.ts'
import {
  countDisposals,
  erasePerson,
  listDisposals,
  lockDisposal,
  updateDisposal,
} from '../disposals.sql.ts'
import { disposalForm, eraseForm } from '../keep-forms.ts'
import { disposalView, retentionView } from './retention.view.ts'

const declared = { door: 'workspace', may: recordKeepers } as const
const params = z.object({ id: idParam })

/** Records that have been kept for long enough, for somebody to approve their end; and what was erased. */
export const retentionPage = page({
  ...declared,
  path: '/retention',
  get: ({ actor, asActor }) =>
    asActor(async (tx) =>
      show(
        retentionView({
          proposed: await listDisposals(tx, { state: 'proposed', limit: 100 }),
          approved: await listDisposals(tx, { state: 'approved', limit: 100 }),
          erased: await listDisposals(tx, { state: 'erased', limit: 20 }),
          proposedInAll: await countDisposals(tx, 'proposed'),
          accountId: actor.accountId,
        }),
      ),
    ),
})

/** One proposal: a first person approves it or keeps the record, a second one erases it. */
export const disposalPage = page({
  ...declared,
  path: '/retention/:id',
  params,
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => show(await viewOf(tx, params.id, actor.accountId, freshForm()))),
  post: (context) =>
    context.asActor(async (tx) => {
      const { id } = context.params
      const disposal = await lockDisposal(tx, id)
      const by = decider(context)
      const again = async (state: FormState) => showAgain(await viewOf(tx, id, by.by, state))
      const read = disposalForm.read(context.body)
      if (!read.ok) return again(read.error)
      if (disposal.state !== 'proposed')
        return again(withFault(context.body, 'answer', 'Somebody has decided on it already'))
      const state = read.value.answer === 'approve' ? 'approved' : 'kept'
      await updateDisposal(tx, { id, state, because: read.value.because, ...by })
      return see('/retention')
    }),
})

/** Erases for good what somebody else has approved. */
export const erasePage = page({
  ...declared,
  path: '/retention/:id/erase',
  params,
  get: async ({ params }) => see(`/retention/${params.id}`),
  post: (context) =>
    context.asActor(async (tx) => {
      const { id } = context.params
      const disposal = await lockDisposal(tx, id)
      const by = decider(context)
      const again = async (state: FormState) => showAgain(await viewOf(tx, id, by.by, state))
      const read = eraseForm.read(context.body)
      if (!read.ok) return again(read.error)
      const fault = whyNotErased(disposal, by.by)
      if (fault !== null) return again(withFault(context.body, 'sure', fault))
      await erasePerson(tx, { id, at: by.at })
      return see('/retention')
    }),
})

function whyNotErased(
  { state, approvedBy }: { readonly state: string; readonly approvedBy: string | null },
  accountId: string,
): string | null {
  if (state !== 'approved') return 'Nobody has approved this yet, or it is done'
  return approvedBy === accountId ? 'Somebody else must erase what you approved' : null
}

function decider({ actor, clock }: Context<unknown>) {
  if (actor.accountId === null) throw new Forbidden('Somebody with a name decides')
  return { by: actor.accountId, byName: actor.displayName, at: clock.now() }
}

async function viewOf(tx: Tx, id: string, accountId: string | null, state: FormState) {
  return disposalView({ disposal: await lockDisposal(tx, id), accountId, state })
}
