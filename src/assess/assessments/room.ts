import type { Room } from '#platform/room.ts'
import { placeDemoAssessments } from './demo.ts'
import { assessmentClocks } from './clocks.ts'
import { listAssessmentsInHand } from './in-hand.sql.ts'
import { assessmentPanel, assessmentTimeline } from './on-the-record.ts'
import { myAssessmentPanel } from './my-assessment.ts'
import { changeWayPage } from './pages/change-way.ts'
import { formChangesPage } from './pages/form-changes.ts'
import { questionPage } from './pages/question.ts'
import { answerOfferPage } from './pages/answer-offer.ts'
import { addedQuestionsPage } from './pages/added-questions.ts'
import { askForAssessmentPage } from './pages/ask-for-assessment.ts'
import { assessmentPage } from './pages/assessment.ts'
import { besidePage } from './pages/beside.ts'
import { beginAssessmentPage } from './pages/begin-assessment.ts'
import { completeAssessmentPage } from './pages/complete-assessment.ts'
import { endAssessmentPage } from './pages/end-assessment.ts'
import { myAskPage } from './pages/my-ask-for-assessment.ts'
import { formListPage } from './pages/form-list.ts'
import { myAssessmentPage } from './pages/my-assessment.ts'
import { mySectionPage } from './pages/my-section.ts'
import { mattersPage } from './pages/matters.ts'
import { offerAssessmentPage } from './pages/offer-assessment.ts'
import { offersPage } from './pages/offers.ts'
import { recordOutcomePage } from './pages/record-outcome.ts'
import { sectionPage } from './pages/section.ts'
import { takeOverPage } from './pages/take-over.ts'
import { youngCarerPage } from './pages/young-carer.ts'
import { startAssessment } from './start-assessment.ts'
import { assessmentsToHold } from './today.ts'
import { waitsForAssessment } from './waiting-board.sql.ts'

/** Carers' assessments: asked for, held, completed. What follows from them is decided next door. */
export const assessments: Room = {
  name: 'assessments',
  demo: { order: 43, says: 'Assessing some carers of the demo …', load: placeDemoAssessments },
  pages: [
    askForAssessmentPage,
    assessmentPage,
    beginAssessmentPage,
    sectionPage,
    completeAssessmentPage,
    endAssessmentPage,
    takeOverPage,
    recordOutcomePage,
    myAskPage,
    myAssessmentPage,
    mySectionPage,
    besidePage,
    formListPage,
    addedQuestionsPage,
    youngCarerPage,
    offerAssessmentPage,
    answerOfferPage,
    offersPage,
    mattersPage,
    questionPage,
    formChangesPage,
    changeWayPage,
  ],
  recordPanels: [assessmentPanel],
  carerPanels: [myAssessmentPanel],
  timeline: [assessmentTimeline],
  clock: assessmentClocks,
  today: [assessmentsToHold],
  askForAssessment: startAssessment,
  waiting: [waitsForAssessment],
  workInHand: [
    { kind: 'assessments', label: 'Assessments begun or asked for', list: listAssessmentsInHand },
  ],
}
