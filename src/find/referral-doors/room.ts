import type { Room } from '#platform/room.ts'
import { referPage, visitorsDoorPage } from './pages/refer.ts'
import { referACarerPage } from './pages/refer-a-carer.ts'
import { referralSentPage } from './pages/sent.ts'
import { takeDoorPages, takenPage, whoRingsPage } from './pages/take.ts'
import { whereItStandsPage } from './pages/where-it-stands.ts'

/** The ways in for whoever refers somebody: each asks what its referrer can know, and gives a reference. */
export const referralDoors: Room = {
  name: 'referral-doors',
  pages: [
    referPage,
    whereItStandsPage,
    visitorsDoorPage,
    referralSentPage,
    referACarerPage,
    whoRingsPage,
    ...takeDoorPages,
    takenPage,
  ],
  navigation: [
    {
      door: 'partner',
      order: 10,
      text: 'Refer a carer',
      href: '/referrals/new',
      may: ['referrer'],
    },
  ],
}
