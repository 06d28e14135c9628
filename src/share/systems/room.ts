import type { Room } from '#platform/room.ts'
import { newSystemPage, systemPage, systemsPage } from './pages/systems.ts'
import { readSystemToken } from './read-token.ts'
import { tokenApi } from './token.api.ts'

/** Other systems: registered by their public keys, let in for some minutes at a time. */
export const systems: Room = {
  name: 'systems',
  pages: [systemsPage, newSystemPage, systemPage],
  api: [tokenApi],
  readToken: readSystemToken,
  navigation: [
    { door: 'workspace', order: 95, text: 'Systems', href: '/systems', may: ['administrator'] },
  ],
}
