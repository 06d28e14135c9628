import type { Room } from '#platform/room.ts'
import { alsoHerePage } from './pages/also-here.ts'
import { changeDetailsPage } from './pages/change-details.ts'
import { communicationPage } from './pages/communication.ts'
import { endInvolvementPage } from './pages/end-involvement.ts'
import { namedWorkerPage } from './pages/named-worker.ts'
import { recordPage } from './pages/record.ts'
import { listCarersInHand } from './in-hand.sql.ts'
import { registrationTimeline } from './on-the-record.ts'
import { communication, details, workingWith } from './panels.ts'
import { carersOfWorkers, waitsForWorker } from './waiting.sql.ts'

/** People: their record, their details, who works with them, and how they are found. */
export const persons: Room = {
  name: 'persons',
  pages: (gathered) => [
    recordPage(gathered),
    alsoHerePage,
    changeDetailsPage,
    namedWorkerPage,
    endInvolvementPage,
    communicationPage,
  ],
  recordPanels: [communication, details, workingWith],
  timeline: [registrationTimeline],
  workInHand: [
    { kind: 'carers', label: 'Carers of whom they are the named worker', list: listCarersInHand },
  ],
  waiting: [waitsForWorker, carersOfWorkers],
}
