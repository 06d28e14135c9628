import type { Room } from '#platform/room.ts'
import { placeDemoConversations } from './demo.ts'
import { listActionsInHand, listCrisesInHand } from './in-hand.sql.ts'
import { myConversationsPanel } from './my-conversations.ts'
import {
  agreedPanel,
  conversationClock,
  conversationPanel,
  conversationTimeline,
} from './on-the-record.ts'
import { agreedPage } from './pages/agreed.ts'
import { agreedDonePage, changeAgreedPage } from './pages/change-agreed.ts'
import { checkInPage } from './pages/check-in.ts'
import { conversationPage } from './pages/conversation.ts'
import { newConversationPage } from './pages/new-conversation.ts'
import { partPage } from './pages/part.ts'
import { agreedToday, checkInsToday } from './today.ts'
import { waitsForCheckIn } from './waiting-board.sql.ts'

/** The three conversations: connect, a crisis with its short clock, a good life; and what was agreed in them. */
export const conversations: Room = {
  name: 'conversations',
  demo: { order: 42, says: 'Holding the demo’s conversations …', load: placeDemoConversations },
  pages: [
    newConversationPage,
    conversationPage,
    partPage,
    agreedPage,
    changeAgreedPage,
    agreedDonePage,
    checkInPage,
  ],
  recordPanels: [conversationPanel, agreedPanel],
  carerPanels: [myConversationsPanel],
  timeline: [conversationTimeline],
  clock: [conversationClock],
  today: [checkInsToday, agreedToday],
  workInHand: [
    { kind: 'crises', label: 'Crises looked in on every day', list: listCrisesInHand },
    { kind: 'agreed', label: 'Agreed with carers', list: listActionsInHand },
  ],
  waiting: [waitsForCheckIn],
}
