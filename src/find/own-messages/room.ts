import type { Room } from '#platform/room.ts'
import { myMessagesPage } from './pages/my-messages.ts'
import { writePage } from './pages/write.ts'
import { messagesPanel, promisedPanel } from './panels.ts'

/** What the carer and the hub write to each other, as the carer sees it. */
export const ownMessages: Room = {
  name: 'own-messages',
  pages: [myMessagesPage, writePage],
  carerPanels: [promisedPanel, messagesPanel],
  navigation: [
    { door: 'carer', order: 20, text: 'Messages', href: '/my/messages', may: ['carer'] },
  ],
}
