import type { Room } from '#platform/room.ts'
import { amIACarerPage, amIAYoungCarerPage } from './pages/am-i-a-carer.ts'

export const amIACarer: Room = {
  name: 'am-i-a-carer',
  pages: [amIACarerPage, amIAYoungCarerPage],
}
