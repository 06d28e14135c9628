import type { Room } from '#platform/room.ts'
import { listPromisesInHand } from './in-hand.sql.ts'
import { contactTimeline, promises, talkedClock } from './on-the-record.ts'
import { promisedCalls } from './on-today.ts'
import { contactPage, promiseKeptPage } from './pages/contact.ts'
import { keepDraftPage, throwDraftAwayPage } from './pages/keep-draft.ts'
import { logAContactPage } from './pages/log-a-contact.ts'
import { waitsForPromise } from './waiting.sql.ts'

/** Every contact once, with what was promised in it. */
export const contacts: Room = {
  name: 'contacts',
  pages: (gathered) => [
    logAContactPage(gathered),
    keepDraftPage,
    throwDraftAwayPage,
    contactPage,
    promiseKeptPage,
  ],
  recordPanels: [promises],
  timeline: [contactTimeline],
  clock: [talkedClock],
  today: [promisedCalls],
  workInHand: [{ kind: 'promises', label: 'Promises to get in touch', list: listPromisesInHand }],
  waiting: [waitsForPromise],
}
