import type { Room } from '#platform/room.ts'
import { placeDemoConversations } from './demo.ts'
import { conversationClock, conversationPanel, conversationTimeline } from './on-the-record.ts'
import { changeConversationPage } from './pages/change-conversation.ts'
import { checkInPage } from './pages/check-in.ts'
import { conversationPage } from './pages/conversation.ts'
import { newConversationPage } from './pages/new-conversation.ts'
import { checkInsToday } from './today.ts'
import { waitsForCheckIn } from './waiting-board.sql.ts'

/** Conversations that connect, and those in a crisis with their short clock. */
export const conversations: Room = {
  name: 'conversations',
  demo: { order: 42, says: 'Holding the demo’s conversations …', load: placeDemoConversations },
  pages: [newConversationPage, conversationPage, changeConversationPage, checkInPage],
  recordPanels: [conversationPanel],
  timeline: [conversationTimeline],
  clock: [conversationClock],
  today: [checkInsToday],
  waiting: [waitsForCheckIn],
}
