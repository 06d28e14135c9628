import type { Room } from '#platform/room.ts'
import { changedByCarer } from './changed-by-carer.ts'
import { myCommunicationPage } from './pages/my-communication.ts'
import { myDetailsPage } from './pages/my-details.ts'
import { myPage } from './pages/my.ts'

/** The carer's own record, as the carer sees it. */
export const ownRecord: Room = {
  name: 'own-record',
  pages: (gathered) => [myPage(gathered), myDetailsPage, myCommunicationPage],
  recordPanels: [changedByCarer],
  navigation: [
    { door: 'carer', order: 10, text: 'Your page', href: '/my', may: ['carer'] },
    { door: 'carer', order: 30, text: 'How we reach you', href: '/my/details', may: ['carer'] },
  ],
}
