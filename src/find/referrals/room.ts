import type { Room } from '#platform/room.ts'
import { placeDemoReferrals } from './demo.ts'
import { listReferralsInHand } from './in-hand.sql.ts'
import { referralClocks } from './clocks.ts'
import { referralTimeline } from './on-the-record.ts'
import { ownReferrals } from './own-referrals.panel.ts'
import { firstContacts, referralsToTriage, sendersToTell, stalledReferrals } from './on-today.ts'
import { acceptPage } from './pages/accept.ts'
import { askPage, declinePage } from './pages/ask-or-decline.ts'
import { closeReferralPage } from './pages/close-referral.ts'
import { passOnPage } from './pages/pass-on.ts'
import { referralsPage } from './pages/referrals.ts'
import { senderToldPage } from './pages/sender-told.ts'
import { sentReferralPage } from './pages/sent-referral.ts'
import { sentReferralsPage } from './pages/sent-referrals.ts'
import { triagePage } from './pages/triage.ts'
import { countNew } from './referrals.sql.ts'
import { triagers } from './triagers.ts'
import { waitsForFirstTalk, waitsForNextStep, waitsForTriage } from './waiting.sql.ts'

/** Referrals from anyone: sent in two minutes, triaged, answered, counted by whoever sent them. */
export const referrals: Room = {
  name: 'referrals',
  demo: { order: 41, says: 'Sending the demo’s referrals …', load: placeDemoReferrals },
  pages: (gathered) => [
    sentReferralsPage,
    sentReferralPage,
    referralsPage,
    triagePage,
    acceptPage(gathered),
    askPage,
    passOnPage,
    declinePage,
    closeReferralPage,
    senderToldPage,
  ],
  carerPanels: [ownReferrals],
  timeline: [referralTimeline],
  clock: referralClocks,
  waiting: [waitsForTriage, waitsForFirstTalk, waitsForNextStep],
  today: [referralsToTriage, firstContacts, stalledReferrals, sendersToTell],
  workInHand: [
    {
      kind: 'referrals',
      label: 'Referrals to decide on or not talked about yet',
      list: listReferralsInHand,
    },
  ],
  navigation: [
    {
      door: 'workspace',
      order: 20,
      text: 'Referrals',
      href: '/referrals',
      may: triagers,
      count: countNew,
    },
    {
      door: 'partner',
      order: 20,
      text: 'Referrals you sent',
      href: '/referrals/sent',
      may: ['referrer'],
    },
  ],
}
