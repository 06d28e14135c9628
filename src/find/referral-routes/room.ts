import type { Room } from '#platform/room.ts'
import { whatWeTakePage, whoTakesPage } from './pages/what-we-take.ts'

/** Who can take a referral: what each organisation says of itself, and the way that follows. */
export const referralRoutes: Room = {
  name: 'referral-routes',
  pages: [whoTakesPage, whatWeTakePage],
  navigation: [
    {
      door: 'workspace',
      order: 85,
      text: 'Who takes referrals',
      href: '/referrals/what-we-take',
      may: ['manager', 'administrator'],
    },
  ],
}
