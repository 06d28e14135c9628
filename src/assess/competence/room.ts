import type { Room } from '#platform/room.ts'
import { competencePage } from './pages/competence.ts'
import { competencePanel } from './panel.ts'

/** Whether a child could decide something themselves: seen for one decision, on one day, by somebody. */
export const competence: Room = {
  name: 'competence',
  pages: [competencePage],
  recordPanels: [competencePanel],
}
