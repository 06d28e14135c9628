import { page, show } from '#platform/web/page.ts'
import { administrators } from '../administrator.ts'
import { listWaiting } from '../requests.sql.ts'
import { adminView } from './admin.view.ts'

/** Where an administrator's day begins: what waits, and everything there is to keep. */
export const adminPage = page({
  path: '/admin',
  door: 'workspace',
  may: administrators,
  get: ({ actor, asActor }) =>
    asActor(async (tx) => {
      const waiting = await listWaiting(tx, actor.authorityId)
      const others = waiting.filter(({ askedBy }) => askedBy !== actor.accountId)
      return show(adminView({ waiting: others.length }))
    }),
})
