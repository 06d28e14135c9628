import { page, show } from '#platform/web/page.ts'
import { getCouncil } from '../home.sql.ts'
import { homeView } from './home.view.ts'

export const homePage = page({
  path: '/',
  door: 'public',
  may: 'anyone',
  get: async ({ asActor, actor }) => {
    const council = await asActor((tx) => getCouncil(tx, actor.authorityId))
    return show(homeView(council.telephone))
  },
})
