import type { Room } from '#platform/room.ts'
import { placeDemoDecisions } from './demo.ts'
import { determineCarer } from './determine.command.ts'
import { decisionClocks } from './clocks.ts'
import { decisionPanel, decisionTimeline, myDecisionPanel } from './on-the-record.ts'
import { advicePage } from './pages/advice.ts'
import { answersPage } from './pages/answers.ts'
import { countersignPage } from './pages/countersign.ts'
import { decidePage } from './pages/decide.ts'
import { decisionPage } from './pages/decision.ts'
import { determinationPage } from './pages/determination.ts'
import { findingsPage } from './pages/findings.ts'
import { letters, lookLetters } from './pages/letters.ts'
import { lookAgainPage, myLookAgainPage } from './pages/look-again.ts'
import { myAdvicePage, myDecisionPage } from './pages/my-decision.ts'
import { mySecondLookPage } from './pages/my-second-look.ts'
import { secondLookPage } from './pages/second-look.ts'
import { sendPage } from './pages/send.ts'
import { sendSecondLookPage } from './pages/send-second-look.ts'
import { whereTheyLivePage } from './pages/where-they-live.ts'
import { responsiblePanel } from './responsible-panel.ts'
import { lookPanel, looksToday, lookTimeline, myLookPanel } from './second-look-panels.ts'
import { decisionsToCountersign, decisionsToSend } from './today.ts'
import {
  waitsForCountersigning,
  waitsForDecision,
  waitsForLetter,
  waitsForSecondLook,
} from './waiting-board.sql.ts'

/** Whether a carer's needs meet the criteria: decided by the law, with reasons, sent and kept. */
export const eligibility: Room = {
  name: 'eligibility',
  demo: { order: 44, says: 'Deciding what they are eligible for …', load: placeDemoDecisions },
  pages: [
    decisionPage,
    determinationPage,
    findingsPage,
    answersPage,
    decidePage,
    countersignPage,
    advicePage,
    sendPage,
    ...letters,
    myDecisionPage,
    myAdvicePage,
    lookAgainPage,
    secondLookPage,
    whereTheyLivePage,
    sendSecondLookPage,
    ...lookLetters,
    myLookAgainPage,
    mySecondLookPage,
  ],
  commands: [determineCarer],
  recordPanels: [responsiblePanel, decisionPanel, lookPanel],
  carerPanels: [myDecisionPanel, myLookPanel],
  timeline: [decisionTimeline, lookTimeline],
  clock: decisionClocks,
  today: [decisionsToCountersign, decisionsToSend, looksToday],
  waiting: [waitsForDecision, waitsForCountersigning, waitsForLetter, waitsForSecondLook],
}
