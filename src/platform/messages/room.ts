import type { Room } from '#platform/room.ts'
import { outboxPage } from './outbox-page.ts'
import { sendMessages } from './send.jobs.ts'

export const messages: Room = { name: 'messages', pages: [outboxPage], jobs: [sendMessages] }
