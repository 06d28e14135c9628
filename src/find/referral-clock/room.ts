import type { Room } from '#platform/room.ts'
import { escalateStalled } from './escalate.jobs.ts'
import { stepTargetsPage } from './pages/step-targets.ts'
import { targetsPage } from './pages/targets.ts'

/** The clock from asked to answered that everyone sees: what is promised, and what has stalled. */
export const referralClock: Room = {
  name: 'referral-clock',
  pages: [targetsPage, stepTargetsPage],
  jobs: [escalateStalled],
  navigation: [
    {
      door: 'workspace',
      order: 86,
      text: 'What we promise',
      href: '/referrals/promises',
      // Managers come to it from their referrals.
      may: ['administrator'],
    },
  ],
}
