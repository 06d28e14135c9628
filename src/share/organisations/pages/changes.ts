import { z } from 'zod'
import { page, show } from '#platform/web/page.ts'
import { administrators } from '../administrator.ts'
import { listChanges } from '../history.sql.ts'
import { changesView } from './changes.view.ts'

const perPage = 50

/** Every change of accounts and settings, and who made it. */
export const changesPage = page({
  path: '/admin/changes',
  door: 'workspace',
  may: administrators,
  query: z.object({ before: z.coerce.number().int().positive().nullable().catch(null) }),
  get: ({ actor: { authorityId }, query: { before }, asActor }) =>
    asActor(async (tx) =>
      show(changesView(await listChanges(tx, { authorityId, before, limit: perPage }), perPage)),
    ),
})
