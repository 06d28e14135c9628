import { z } from 'zod'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { BadRequest } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { day, hiddenId } from '#platform/web/fields.ts'
import { dayTyped, form, freshForm } from '#platform/web/form.ts'
import { page, see, show, showAgain } from '#platform/web/page.ts'
import { owedBy, whyNotPaid } from '../instalments.rules.ts'
import { listCandidates } from '../instalments.sql.ts'
import { gatherRun } from '../make-run.ts'
import { getPaymentLimits } from '../payments.sql.ts'
import { newRunReference, payingFor, runPayers } from '../run.ts'
import { insertRun, listRuns } from '../runs.sql.ts'
import { runsView, type HeldBack } from './runs.view.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'

/** So many payments are looked through for what is held back; a longer list says that it goes on. */
const looksThrough = 1000

const runForm = (today: IsoDate) =>
  form({
    upTo: day('Enter the day up to which payments are due', 'The day up to which payments are due'),
    payOn: day('Enter the day of payment', 'The day of payment', {
      notBefore: { date: today, words: 'The day of payment must be today or in the future' },
    }),
  })
const newRun = form({ id: hiddenId() })

/** Payment runs, what is held back and why, and the way to gather what is due. */
export const runsPage = page({
  path: '/payments/runs',
  door: 'workspace',
  may: runPayers,
  query: z.object({}),
  get: ({ actor, clock, asActor }) =>
    asActor(async (tx) => {
      const today = clock.today()
      const state = freshForm({
        id: newId(),
        ...dayTyped('upTo', today),
        ...dayTyped('payOn', today),
      })
      return show(await viewOf(tx, actor, today, state))
    }),
  post: async ({ body, actor, clock, asActor, db }) => {
    const today = clock.today()
    const read = runForm(today).read(body)
    if (!read.ok) {
      const { error } = read
      return asActor(async (tx) => showAgain(await viewOf(tx, actor, today, error)))
    }
    const made = newRun.read(body)
    if (!made.ok) throw new BadRequest('a new run without an id')
    const { id } = made.value
    const run = {
      id,
      reference: newRunReference(),
      organisationId: payingFor(actor),
      ...read.value,
    }
    await asActor((tx) => insertRun(tx, actor, run))
    await gatherRun({ db, actor }, id)
    return see(`/payments/runs/${id}`)
  },
})

async function viewOf(tx: Tx, actor: Actor, today: IsoDate, state: ReturnType<typeof freshForm>) {
  const of = { organisationId: payingFor(actor), after: null, limit: looksThrough }
  const limits = await getPaymentLimits(tx)
  const heldBack = (await listCandidates(tx, of)).flatMap((payment): readonly HeldBack[] => {
    const why = whyNotPaid(payment, limits)
    const [due] = owedBy(payment, today)
    if (why === null || due === undefined) return []
    return [{ ...payment, why, since: inWords(isoDate(due.dueOn)) }]
  })
  return runsView({ runs: await listRuns(tx, 50), heldBack, state })
}
