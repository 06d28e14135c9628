import { z } from 'zod'
import { NotFound } from '#platform/lib/errors.ts'
import type { Gathered } from '#platform/room.ts'
import { page, show, type Page } from '#platform/web/page.ts'
import { listLeavers } from '../leavers.sql.ts'
import { workLeft } from '../work-left.ts'
import { leaverView, leaversView } from './leavers.view.ts'

const managers = ['manager'] as const

/** Everybody who left the manager's organisations, with how much of their work is still in their name. */
export function leaversPage({ workInHand }: Gathered): Page {
  return page({
    path: '/team/leavers',
    door: 'workspace',
    may: managers,
    get: ({ actor, asActor }) =>
      asActor(async (tx) => {
        const leavers = []
        for (const leaver of await listLeavers(tx, actor)) {
          const left = await workLeft(tx, workInHand, { ...actor, id: leaver.id })
          leavers.push({ ...leaver, total: left.reduce((sum, { total }) => sum + total, 0) })
        }
        return show(leaversView(leavers))
      }),
  })
}

const most = 200

/** What one of them had in hand, each with the page that gives it to somebody else. */
export function leaverPage({ workInHand }: Gathered): Page {
  return page({
    path: '/team/leavers/:id',
    door: 'workspace',
    may: managers,
    params: z.object({ id: z.uuid() }),
    get: ({ actor, params, asActor }) =>
      asActor(async (tx) => {
        const leaver = (await listLeavers(tx, actor)).find(({ id }) => id === params.id)
        if (leaver === undefined) throw new NotFound('leaver')
        const of = { authorityId: actor.authorityId, accountId: leaver.id, limit: most }
        const kinds = []
        for (const kind of workInHand) kinds.push({ ...kind, ...(await kind.list(tx, of)) })
        return show(
          leaverView(
            leaver,
            kinds.filter(({ total }) => total > 0),
          ),
        )
      }),
  })
}
