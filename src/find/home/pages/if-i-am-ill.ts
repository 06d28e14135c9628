import { page, show } from '#platform/web/page.ts'
import { getCouncil } from '../home.sql.ts'
import { ifIAmIllView } from './if-i-am-ill.view.ts'

export const ifIAmIllPage = page({
  path: '/if-i-am-ill',
  door: 'public',
  may: 'anyone',
  get: async ({ asActor, actor }) => {
    const council = await asActor((tx) => getCouncil(tx, actor.authorityId))
    return show(ifIAmIllView(council.telephone))
  },
})
