import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { holds, type Actor } from '#platform/access/actor.ts'
import { page, show } from '#platform/web/page.ts'
import { countConcerns, listConcerns, listRaisedBy, type Reader } from '../safeguarding.sql.ts'
import { concernsView } from './concerns.view.ts'

const atOnce = 50

/** The concerns that somebody reads, open or closed, and those that they raised themself. */
export const concernsPage = page({
  path: '/safeguarding',
  door: 'workspace',
  may: workers,
  query: z.object({
    show: z.enum(['open', 'closed']).catch('open'),
    page: z.coerce.number().int().min(1).max(10_000).catch(1),
  }),
  get: ({ query, actor, asActor }) =>
    asActor(async (tx) => {
      const reader = readerOf(actor)
      const open = query.show === 'open'
      const of = { reader, open }
      const raised = actor.accountId === null ? [] : await listRaisedBy(tx, actor.accountId)
      const concerns = await listConcerns(tx, {
        ...of,
        offset: (query.page - 1) * atOnce,
        limit: atOnce,
      })
      const total = await countConcerns(tx, of)
      return show({
        title: 'Safeguarding concerns',
        wide: true,
        main: concernsView({ concerns, raised, open, total, page: query.page, atOnce }),
      })
    }),
})

/** Who reads: the lead everything, others what they are named for. */
export function readerOf(actor: Actor): Reader {
  return { accountId: actor.accountId, leads: holds(actor, 'safeguarding_lead') }
}
