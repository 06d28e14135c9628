import type { Room } from '#platform/room.ts'
import { addCaredForPage } from './pages/add-cared-for.ts'
import { changeCaringPage } from './pages/change-caring.ts'
import { caringOnRecord } from './panel.ts'

/** Who looks after whom: dated, many to many, and nameless where nobody may be named. */
export const caring: Room = {
  name: 'caring',
  pages: [addCaredForPage, changeCaringPage],
  recordPanels: [caringOnRecord],
}
