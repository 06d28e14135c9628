import type { Room } from '#platform/room.ts'
import { endAgreements } from './agreement-ends.jobs.ts'
import { endAgreementPage } from './pages/end-agreement.ts'
import { myEndAgreementPage } from './pages/my-end-agreement.ts'
import { myNewAgreementPage } from './pages/my-new-agreement.ts'
import { mySharingPage } from './pages/my-sharing.ts'
import { newAgreementPage } from './pages/new-agreement.ts'
import { sharingPage } from './pages/sharing.ts'
import { agreementsToAsk } from './on-today.ts'
import { remindOfEnds } from './reminders.jobs.ts'
import { sharedWith, whoMayKnow } from './panel.ts'

/** What carers agreed may be shared, with whom, and until when. */
export const agreements: Room = {
  name: 'agreements',
  pages: [
    mySharingPage,
    myNewAgreementPage,
    myEndAgreementPage,
    sharingPage,
    newAgreementPage,
    endAgreementPage,
  ],
  recordPanels: [sharedWith],
  carerPanels: [whoMayKnow],
  jobs: [endAgreements, remindOfEnds],
  today: [agreementsToAsk],
  navigation: [
    { door: 'carer', order: 25, text: 'Who may know', href: '/my/sharing', may: ['carer'] },
  ],
}
