import type { Room } from '#platform/room.ts'
import { placeDemoConcerns } from './demo.ts'
import { safeguardingPanel } from './on-the-record.ts'
import { concernsEntry, concernsToday, raiseEntry } from './on-today.ts'
import { concernPage, nameReaderPage } from './pages/concern.ts'
import { concernsPage } from './pages/concerns.ts'
import { raisePage } from './pages/raise.ts'

/** Concerns that somebody comes to harm: raised by anyone at work, read by the few who must. */
export const safeguarding: Room = {
  name: 'safeguarding',
  pages: [concernsPage, raisePage, concernPage, nameReaderPage],
  recordPanels: [safeguardingPanel],
  today: [concernsToday],
  navigation: [raiseEntry, concernsEntry],
  demo: { order: 46, says: 'Raising the demo’s concerns …', load: placeDemoConcerns },
}
