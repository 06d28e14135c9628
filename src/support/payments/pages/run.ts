import { z } from 'zod'
import { noteReads } from '#platform/access/read-log.sql.ts'
import { holds } from '#platform/access/actor.ts'
import { BadRequest, Conflict } from '#platform/lib/errors.ts'
import { ok, type Result } from '#platform/lib/result.ts'
import { freshForm, typedIn, withFault } from '#platform/web/form.ts'
import { file, page, see, show, showAgain, type Context } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { approvedFile, approveRun, gatherRun, giveUpRun, sendRun } from '../make-run.ts'
import { getPaymentLimits } from '../payments.sql.ts'
import { runPayers } from '../run.ts'
import { mayApproveRun } from '../run.rules.ts'
import { getRun, listRunLines, sumRun } from '../runs.sql.ts'
import { runView, perPage } from './run.view.ts'

const params = z.object({ id: idParam })
const query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) })
type Params = z.output<typeof params>
type Query = z.output<typeof query>

/** One payment run: its totals, its lines, and the steps that who looks may take. */
export const runPage = page({
  path: '/payments/runs/:id',
  door: 'workspace',
  may: runPayers,
  params,
  query,
  get: async (context) => show(await viewOf(context, freshForm())),
  post: async (context) => {
    const { params: of, body } = context
    const taken = await takeStep(context, typedIn(freshForm(body), 'step'))
    if (taken.ok) return see(`/payments/runs/${of.id}`)
    return showAgain(await viewOf(context, withFault(body, 'steps', taken.error)))
  },
})

async function takeStep(
  { params: { id }, body, actor, clock, asActor, db }: Context<Params, Query>,
  step: string,
): Promise<Result<null, string>> {
  await asActor((tx) => getRun(tx, id))
  const at = clock.now()
  switch (step) {
    case 'gather':
      await gatherRun({ db, actor }, id)
      return ok(null)
    case 'approve': {
      const seen = typedIn(freshForm(body), 'seen')
      return asActor((tx) => approveRun(tx, { actor, id, seen, at }))
    }
    case 'send':
      await sendRun({ db, actor }, { id, at })
      return ok(null)
    case 'give-up':
      return asActor((tx) => giveUpRun(tx, id))
    default:
      throw new BadRequest('no step of a run')
  }
}

const viewOf = (
  { params: { id }, query: asked, actor, asActor }: Context<Params, Query>,
  state: ReturnType<typeof freshForm>,
) =>
  asActor(async (tx) => {
    const run = await getRun(tx, id)
    const totals = await sumRun(tx, id)
    const may = mayApproveRun({ ...run, ...totals }, actor, await getPaymentLimits(tx))
    const offset = (asked.page - 1) * perPage
    const lines = await listRunLines(tx, id, { offset, limit: perPage })
    const persons = [...new Set(lines.map(({ personId }) => personId))]
    await noteReads(tx, actor, persons, 'payment')
    return runView({
      run,
      totals,
      lines,
      page: asked.page,
      state,
      may,
      paysOut: holds(actor, ...runPayers),
    })
  })

/** The file for the bank of an approved run; every account in it is noted as read. */
export const runFilePage = page({
  path: '/payments/runs/:id/file',
  door: 'workspace',
  may: runPayers,
  params,
  get: ({ params: { id }, actor, asActor }) =>
    asActor(async (tx) => {
      const run = await getRun(tx, id)
      if (run.fileHash === null) throw new Conflict('the run is not approved')
      const { text } = await approvedFile(tx, actor, run)
      const name = `${run.reference}.csv`
      return file({
        name,
        type: 'text/csv; charset=us-ascii',
        body: text,
        disposition: 'attachment',
      })
    }),
})
