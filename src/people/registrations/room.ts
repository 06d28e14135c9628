import type { Room } from '#platform/room.ts'
import { growingUp } from './growing-on-today.ts'
import { toClose } from './on-today.ts'
import { growingUpPage } from './pages/growing-up.ts'
import { lifePage } from './pages/life.ts'
import { stepPage } from './pages/step.ts'
import { stillOpenPage } from './pages/still-open.ts'
import { livesOnRecord, stepsTimeline } from './panel.ts'

/** The life of a registration: each step with its day and reason, and what follows from it. */
export const registrations: Room = {
  name: 'registrations',
  pages: [lifePage, stepPage, stillOpenPage, growingUpPage],
  recordPanels: [livesOnRecord],
  timeline: [stepsTimeline],
  today: [toClose, growingUp],
}
