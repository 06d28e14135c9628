import { z } from 'zod'
import { holds, type Actor } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { page, show, type Page } from '#platform/web/page.ts'
import type { Gathered } from '#platform/room.ts'
import { groupByDue } from '../week.rules.ts'
import { todayView, type KindOfWork } from './today.view.ts'

/** How much of each kind of work is shown among the others, and alone. */
const shownAmongOthers = 60
const shownAlone = 500

const query = z.object({ show: z.string().max(40).optional().catch(undefined) })

/** A worker's day: what each room hands over, by when it is due. */
export function todayPage(gathered: Gathered): Page {
  return page({
    path: '/today',
    door: 'workspace',
    may: workers,
    query,
    get: ({ query: { show: only }, actor, clock, asActor }) =>
      asActor(async (tx) => {
        const today = clock.today()
        const kinds = await listWork(tx, gathered, { actor, today, only })
        const items = kinds.flatMap((kind) => (kind.shown ? kind.items : []))
        return show({
          title: 'Today',
          current: '/today',
          wide: true,
          main: todayView({ today, kinds, due: groupByDue(items, today), only: only ?? null }),
        })
      }),
  })
}

/** Every kind of work of this actor with its exact number; a filter fetches one kind in full. */
async function listWork(
  tx: Tx,
  { today: sources }: Gathered,
  of: { readonly actor: Actor; readonly today: IsoDate; readonly only: string | undefined },
): Promise<readonly KindOfWork[]> {
  const { actor, today, only } = of
  const kinds: KindOfWork[] = []
  for (const { kind, label, may, list } of sources) {
    if (!holds(actor, ...may)) continue
    const shown = only === undefined || only === kind
    const limit = only === undefined ? shownAmongOthers : shown ? shownAlone : 1
    kinds.push({ kind, label, shown, ...(await list(tx, { actor, today, limit })) })
  }
  return kinds
}
