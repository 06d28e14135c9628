import { page, show } from '#platform/web/page.ts'
import { getCouncil } from '../home.sql.ts'
import { helpTodayView } from './help-today.view.ts'

export const helpTodayPage = page({
  path: '/help-today',
  door: 'public',
  may: 'anyone',
  get: async ({ asActor, actor }) =>
    show(helpTodayView(await asActor((tx) => getCouncil(tx, actor.authorityId)))),
})
