import { messages } from '#platform/messages/room.ts'
import type { Room } from '#platform/room.ts'

/** The rooms of the house, from the ground up. */
export const rooms: readonly Room[] = [messages]
