import { page, show } from '#platform/web/page.ts'
import { ifIAmIllView } from './if-i-am-ill.view.ts'

export const ifIAmIllPage = page({
  path: '/if-i-am-ill',
  door: 'public',
  may: 'anyone',
  get: async ({ authority }) => show(ifIAmIllView(authority.telephone)),
})
