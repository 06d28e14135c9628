import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { noteReads } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import {
  getReturnFile,
  listReturnFiles,
  listReturnsOfFile,
  listWaitingReturns,
} from '../bank-returns.sql.ts'
import { payingFor, runPayers } from '../run.ts'
import { takeBankReturns } from '../take-bank-returns.ts'
import { bankReturnsView, returnFileView } from './bank-returns.view.ts'

/** So many are shown; the count is of all. */
const mostShown = 200

/** Payments that the bank sent back: what waits to be mended, and the way to read the bank's file. */
export const bankReturnsPage = page({
  path: '/payments/came-back',
  door: 'workspace',
  may: runPayers,
  get: ({ actor, asActor }) =>
    asActor(async (tx) =>
      show(bankReturnsView({ ...(await readAll(tx, actor)), state: freshForm() })),
    ),
  post: ({ body, files, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const again = async (fault: string) =>
        showAgain(
          bankReturnsView({ ...(await readAll(tx, actor)), state: withFault(body, 'file', fault) }),
        )
      const [file, another] = files
      if (file === undefined) return again('Choose the bank’s file')
      if (another !== undefined) return again('Choose one file at a time')
      const taken = await takeBankReturns(tx, {
        actor,
        organisationId: payingFor(actor),
        name: file.name,
        bytes: file.bytes,
        today: clock.today(),
      })
      if (!taken.ok) return again(taken.error)
      const { id, before } = taken.value
      return see(`/payments/came-back/${id}${before ? '?before=yes' : ''}`)
    }),
})

async function readAll(tx: Tx, actor: Actor) {
  const files = await listReturnFiles(tx, 50)
  const { waiting, total } = await listWaitingReturns(tx, mostShown)
  await noteReads(tx, actor, [...new Set(waiting.map(({ personId }) => personId))], 'payment')
  return { files, waiting, total }
}

/** One file as it was read: what it brought back, and each line that was refused, with why. */
export const returnFilePage = page({
  path: '/payments/came-back/:id',
  door: 'workspace',
  may: runPayers,
  params: z.object({ id: idParam }),
  query: z.object({ before: z.enum(['yes', 'no']).catch('no') }),
  get: ({ params, query, actor, asActor }) =>
    asActor(async (tx) => {
      const file = await getReturnFile(tx, params.id)
      const returns = await listReturnsOfFile(tx, file.id)
      await noteReads(tx, actor, [...new Set(returns.map(({ personId }) => personId))], 'payment')
      return show(returnFileView({ file, returns, before: query.before === 'yes' }))
    }),
})
