import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { Forbidden } from '#platform/lib/errors.ts'
import { file, page, see, show, showAgain } from '#platform/web/page.ts'
import { freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { idParam } from '#people/persons/params.ts'
import { rightsWorkers } from '../data-rights.ts'
import { getItem, listItems, updateDecision } from '../items.sql.ts'
import { getRelease } from '../releases.sql.ts'
import { decisionForm } from '../request-forms.ts'
import { getRequest, lockRequest } from '../requests.sql.ts'
import { statementView, statementsView } from './statements.view.ts'

const declared = { door: 'workspace', may: rightsWorkers } as const

/** What was gathered: first what waits for a decision, then what goes out as it is. */
export const statementsPage = page({
  ...declared,
  path: '/data-requests/:id/statements',
  params: z.object({ id: idParam }),
  get: ({ params, asActor }) =>
    asActor(async (tx) =>
      show(statementsView(await getRequest(tx, params.id), await listItems(tx, params.id))),
    ),
})

/** One thing that is held, with its history, and what is done with it: by name, with a reason. */
export const statementPage = page({
  ...declared,
  path: '/data-requests/:id/statements/:item',
  params: z.object({ id: idParam, item: idParam }),
  get: ({ params, asActor }) =>
    asActor(async (tx) => {
      const { decision, decisionWords } = await getItem(tx, {
        requestId: params.id,
        id: params.item,
      })
      const typed = { decision: decision ?? '', words: decisionWords ?? '' }
      return show(await viewOf(tx, params, freshForm(typed)))
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const request = await lockRequest(tx, params.id)
      const item = await getItem(tx, { requestId: request.id, id: params.item })
      const read = decisionForm(item.keptFrom).read(body)
      if (!read.ok) return showAgain(await viewOf(tx, params, read.error))
      if (request.state !== 'open')
        return showAgain(
          await viewOf(tx, params, withFault(body, 'decision', 'This request is closed')),
        )
      if (actor.accountId === null) throw new Forbidden('Somebody with a name decides')
      const by = { by: actor.accountId, byName: actor.displayName, at: clock.now() }
      await updateDecision(tx, { id: item.id, ...read.value, ...by })
      return see(`/data-requests/${request.id}/statements`)
    }),
})

/** What went out, as it went out. */
export const releaseFilePage = page({
  ...declared,
  path: '/data-requests/:id/releases/:release/:format',
  params: z.object({ id: idParam, release: idParam, format: z.enum(['pdf', 'json']) }),
  get: ({ params: { id, release, format }, asActor }) =>
    asActor(async (tx) => {
      const { reference } = await getRequest(tx, id)
      const { pdf, json } = await getRelease(tx, { requestId: id, id: release })
      return format === 'pdf'
        ? file({
            name: `${reference}.pdf`,
            type: 'application/pdf',
            body: pdf,
            disposition: 'inline',
          })
        : file({
            name: `${reference}.json`,
            type: 'application/json',
            body: json,
            disposition: 'attachment',
          })
    }),
})

async function viewOf(
  tx: Tx,
  params: { readonly id: string; readonly item: string },
  state: FormState,
) {
  const request = await getRequest(tx, params.id)
  const item = await getItem(tx, { requestId: params.id, id: params.item })
  return statementView({ request, item, state })
}
