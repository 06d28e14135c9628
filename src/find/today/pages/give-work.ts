import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Gathered } from '#platform/room.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { choice, hiddenId } from '#platform/web/fields.ts'
import { chosenIn, form, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Page, type PageView } from '#platform/web/page.ts'
import { getEveryReckoning } from '../../referral-clock/targets.sql.ts'
import { giveWork } from '../give-work.ts'
import { readTick, tickOf, whyNot, type Receiver, type Ticked } from '../give-work.rules.ts'
import { findGiven, insertGiven, listReceivers } from '../give-work.sql.ts'
import { listPicked, listWaiting, type OfBoard, type Waiting } from '../waiting.sql.ts'
import { boardHref, waitingFilter, type WaitingFilter } from '../waiting-filter.ts'
import { giveWorkView, nothingTickedView } from './give-work.view.ts'

/** So much is given at once; a board that holds more is given in turns. */
const mostAtOnce = 500

const query = waitingFilter.extend({
  pick: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
  all: z.literal('yes').optional().catch(undefined),
})

/** Asks a manager to whom the ticked lines go, or all of a filtered board, and gives them. */
export function giveWorkPage({ waiting }: Gathered): Page {
  const sources = waiting.filter(({ give }) => give !== undefined)
  return page({
    path: '/waiting/give',
    door: 'workspace',
    may: ['manager'],
    query,
    get: ({ query: { pick, all, ...filter }, actor, clock, asActor }) =>
      asActor(async (tx) => {
        const of = await boardOf(tx, { sources, among: waiting, actor, today: clock.today() })
        const lines =
          all === 'yes'
            ? await listWaiting(tx, { ...of, filter, offset: 0, limit: mostAtOnce })
            : await pickedLines(tx, of, ticksIn([pick ?? []].flat()))
        if (lines.length === 0) return show(nothingTickedView(boardHref(filter)))
        const state = freshForm({ id: newId() })
        const receivers = await listReceivers(tx, actor)
        return show(viewOf({ state, lines, receivers, sources, filter }))
      }),
    post: ({ query: { for: kind, of: whose }, body, actor, clock, asActor }) =>
      asActor(async (tx) => {
        const filter = { for: kind, of: whose }
        const of = await boardOf(tx, { sources, among: waiting, actor, today: clock.today() })
        const receivers = await listReceivers(tx, actor)
        const ids = receivers.map(({ id }) => id)
        const read = form({
          id: hiddenId(),
          worker: choice(ids as [string, ...string[]], 'Select who it is given to'),
        }).read(body)
        if (read.ok && (await findGiven(tx, read.value.id)) !== undefined) {
          return see(`/waiting/given/${read.value.id}`)
        }
        const ticked = ticksIn(chosenIn(freshForm(body), 'pick'))
        if (ticked.length === 0) return see(boardHref(filter))
        const lines = await pickedLines(tx, of, ticked)
        const again = (state: FormState) =>
          showAgain(viewOf({ state, lines, receivers, sources, filter }))
        if (!read.ok) return again(read.error)
        const { id, worker: workerId } = read.value
        const receiver = receivers.find((each) => each.id === workerId)
        const why = receiver === undefined ? null : whyNot(receiver, lines, sources)
        if (why !== null && lines.length > 0) return again(withFault(body, 'worker', why))
        const kinds = await giveWork(tx, { sources, ticked, workerId })
        await insertGiven(tx, { actor, id, at: clock.now(), workerId, kinds })
        return see(`/waiting/given/${id}`)
      }),
  })
}

async function boardOf(tx: Tx, of: Omit<OfBoard, 'reckoning'>): Promise<OfBoard> {
  return { ...of, reckoning: await getEveryReckoning(tx) }
}

const ticksIn = (values: readonly string[]): readonly Ticked[] =>
  values
    .map(readTick)
    .filter((tick) => tick !== null)
    .slice(0, mostAtOnce)

/** The ticked lines that are still on the board with whom they were. */
async function pickedLines(
  tx: Tx,
  of: OfBoard,
  ticked: readonly Ticked[],
): Promise<readonly Waiting[]> {
  const ticks = new Set(ticked.map(({ kind, id, from }) => tickOf({ kind, id, workerId: from })))
  const lines = await listPicked(tx, { ...of, picked: ticked })
  return lines.filter((line) => ticks.has(tickOf(line)))
}

function viewOf(of: {
  readonly state: FormState
  readonly lines: readonly Waiting[]
  readonly receivers: readonly Receiver[]
  readonly sources: readonly WaitingSource[]
  readonly filter: WaitingFilter
}): PageView {
  return { title: 'Give work to somebody', current: '/waiting', main: giveWorkView(of) }
}
