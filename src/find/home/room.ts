import type { Room } from '#platform/room.ts'
import { helpTodayPage } from './pages/help-today.ts'
import { homePage } from './pages/home.ts'
import { ifIAmIllPage } from './pages/if-i-am-ill.ts'
import { youngCarersPage } from './pages/young-carers.ts'

export const home: Room = {
  name: 'home',
  pages: [homePage, helpTodayPage, ifIAmIllPage, youngCarersPage],
}
