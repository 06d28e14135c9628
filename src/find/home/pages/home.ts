import { page, show } from '#platform/web/page.ts'
import { homeView } from './home.view.ts'

export const homePage = page({
  path: '/',
  door: 'public',
  may: 'anyone',
  get: async ({ authority }) => show(homeView(authority.telephone)),
})
