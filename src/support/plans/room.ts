import type { Room } from '#platform/room.ts'
import { planClocks } from './clocks.ts'
import { placeDemoPlans } from './demo.ts'
import { myPlanPanel } from './my-plan.ts'
import { planPanel, planTimeline } from './on-the-record.ts'
import { actionDonePage } from './pages/action-done.ts'
import { advicePage } from './pages/advice.ts'
import { agreePlanPage } from './pages/agree-plan.ts'
import { budgetPage } from './pages/budget.ts'
import { changePlanPage } from './pages/change-plan.ts'
import { myPlanChangesPage, planChangesPage } from './pages/changes.ts'
import { contingencyPage } from './pages/contingency.ts'
import { copyPage } from './pages/copy.ts'
import { endPlanPage } from './pages/end-plan.ts'
import { goalPage } from './pages/goal.ts'
import { myCopyPage, myPlanPage } from './pages/my-plan.ts'
import { needPage } from './pages/need.ts'
import { planPaymentPage } from './pages/plan-payment.ts'
import { planPage } from './pages/plan.ts'
import { restsOnPage } from './pages/rests-on.ts'
import { sendPlanPage } from './pages/send-plan.ts'
import { startPlanPage } from './pages/start-plan.ts'
import { supportLinePage } from './pages/support-line.ts'
import { plansWaiting } from './today.ts'
import {
  waitsForPlan,
  waitsForPlanInHand,
  waitsForReviewToBeSet,
  waitsForSupport,
} from './waiting.sql.ts'

/** Support plans: written with the carer, agreed, sent, changed; nothing agreed is written over. */
export const plans: Room = {
  name: 'plans',
  demo: { order: 45, says: 'Agreeing their support plans …', load: placeDemoPlans },
  pages: [
    startPlanPage,
    planPage,
    restsOnPage,
    needPage,
    goalPage,
    supportLinePage,
    actionDonePage,
    planPaymentPage,
    budgetPage,
    advicePage,
    contingencyPage,
    agreePlanPage,
    sendPlanPage,
    changePlanPage,
    endPlanPage,
    copyPage,
    planChangesPage,
    myPlanPage,
    myPlanChangesPage,
    myCopyPage,
  ],
  recordPanels: [planPanel],
  carerPanels: [myPlanPanel],
  timeline: [planTimeline],
  clock: planClocks,
  today: [plansWaiting],
  waiting: [waitsForPlan, waitsForPlanInHand, waitsForSupport, waitsForReviewToBeSet],
}
