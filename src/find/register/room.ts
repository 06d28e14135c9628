import type { Room } from '#platform/room.ts'
import { checkAnswersPage, youngCheckAnswersPage } from './pages/check-answers.ts'
import { forGrownUpsPage, forYoungPeoplePage } from './pages/for-you.ts'
import { sentPage, youngSentPage } from './pages/sent.ts'
import { startPage, youngStartPage } from './pages/start.ts'
import { stepPage, youngStepPage } from './pages/step.ts'
import { forgetDrafts } from './register.jobs.ts'

export const register: Room = {
  name: 'register',
  pages: [
    startPage,
    stepPage,
    checkAnswersPage,
    sentPage,
    forGrownUpsPage,
    youngStartPage,
    youngStepPage,
    youngCheckAnswersPage,
    youngSentPage,
    forYoungPeoplePage,
  ],
  jobs: [forgetDrafts],
}
