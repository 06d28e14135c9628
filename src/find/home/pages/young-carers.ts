import { page, show } from '#platform/web/page.ts'
import { youngCarersView } from './young-carers.view.ts'

export const youngCarersPage = page({
  path: '/young-carers',
  door: 'young',
  may: 'anyone',
  get: async () => show(youngCarersView()),
})
