import { page, show } from '#platform/web/page.ts'
import { helpTodayView } from './help-today.view.ts'

export const helpTodayPage = page({
  path: '/help-today',
  door: 'public',
  may: 'anyone',
  get: async ({ authority }) => show(helpTodayView(authority)),
})
