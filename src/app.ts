import { amIACarer } from '#find/am-i-a-carer/room.ts'
import { home } from '#find/home/room.ts'
import { messages } from '#platform/messages/room.ts'
import type { Room } from '#platform/room.ts'

/** The rooms of the house, from the ground up. */
export const rooms: readonly Room[] = [messages, home, amIACarer]
