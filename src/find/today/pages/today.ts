import { z } from 'zod'
import { holds, type Actor } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { listWorkers } from '#people/persons/involvements.sql.ts'
import { idParam } from '#people/persons/params.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { page, show, type Page } from '#platform/web/page.ts'
import type { Gathered } from '#platform/room.ts'
import { listSavedFilters } from '../saved-filters.sql.ts'
import { groupByDue } from '../week.rules.ts'
import { todayView, type KindOfWork } from './today.view.ts'

/** How much of each kind of work is shown among the others, and alone. */
const shownAmongOthers = 60
const shownAlone = 500

const query = z.object({
  show: z.string().max(40).optional().catch(undefined),
  /** A manager looks at the day of somebody in the team. */
  of: idParam.optional().catch(undefined),
})

/** A worker's day: what each room hands over, by when it is due. */
export function todayPage(gathered: Gathered): Page {
  return page({
    path: '/today',
    door: 'workspace',
    may: workers,
    query,
    get: ({ query: { show: only, of }, actor: visitor, clock, asActor }) =>
      asActor(async (tx) => {
        const { actor, whose } = await dayOf(tx, visitor, of)
        const today = clock.today()
        const [kinds, saved] = await Promise.all([
          listWork(tx, gathered, { actor, today, only }),
          listSavedFilters(tx, visitor),
        ])
        const items = kinds.flatMap((kind) => (kind.shown ? kind.items : []))
        return show({
          title: whose === null ? 'Today' : `The day of ${whose}`,
          current: whose === null ? '/today' : '/team',
          wide: true,
          main: todayView({
            today,
            kinds,
            due: groupByDue(items, today),
            only: only ?? null,
            saved,
            whose: whose === null || of === undefined ? null : { id: of, name: whose },
          }),
        })
      }),
  })
}

/** The actor, or for a manager the same actor in the place of somebody of the team. */
async function dayOf(
  tx: Tx,
  visitor: Actor,
  of: string | undefined,
): Promise<{ readonly actor: Actor; readonly whose: string | null }> {
  if (of === undefined || of === visitor.accountId) return { actor: visitor, whose: null }
  if (!holds(visitor, 'manager')) throw new NotFound()
  const worker = (await listWorkers(tx, visitor.organisationIds)).find(({ id }) => id === of)
  if (worker === undefined) throw new NotFound()
  return { actor: { ...visitor, accountId: worker.id }, whose: worker.name }
}

/** Every kind of work of this actor with its exact number; a filter fetches one kind in full. */
async function listWork(
  tx: Tx,
  { today: sources }: Gathered,
  of: { readonly actor: Actor; readonly today: IsoDate; readonly only: string | undefined },
): Promise<readonly KindOfWork[]> {
  const { actor, today, only } = of
  const mine = sources.filter(({ may }) => holds(actor, ...may))
  return Promise.all(
    mine.map(async ({ kind, label, list }) => {
      const shown = only === undefined || only === kind
      const limit = only === undefined ? shownAmongOthers : shown ? shownAlone : 1
      return { kind, label, shown, ...(await list(tx, { actor, today, limit })) }
    }),
  )
}
