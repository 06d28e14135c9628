import type { Room } from '#platform/room.ts'
import { placeDemoIntakes } from './demo.ts'
import { whatWeTakePage, whoTakesPage } from './pages/what-we-take.ts'

/** Who can take a referral: what each organisation says of itself, and the way that follows. */
export const referralRoutes: Room = {
  name: 'referral-routes',
  demo: { order: 15, load: placeDemoIntakes },
  pages: [whoTakesPage, whatWeTakePage],
  navigation: [
    {
      door: 'workspace',
      order: 85,
      text: 'Who takes referrals',
      href: '/referrals/what-we-take',
      // Managers come to it from their referrals.
      may: ['administrator'],
    },
  ],
}
