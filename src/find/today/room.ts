import { workers } from '#platform/access/duties.ts'
import type { Room } from '#platform/room.ts'
import { caseworkers } from '#people/persons/caseworkers.ts'
import { countCarersOf } from '#people/persons/involvements.sql.ts'
import { loadDemoDay } from './demo.ts'
import { escalateSteps } from './escalate.jobs.ts'
import { addACarerPage } from './pages/add-a-carer.ts'
import { giveWorkPage } from './pages/give-work.ts'
import { keysPage } from './pages/keys.ts'
import { myCarersPage } from './pages/my-carers.ts'
import { deleteFilterPage, savedFiltersPage } from './pages/saved-filters.ts'
import { searchPage } from './pages/search.ts'
import { teamPage } from './pages/team.ts'
import { todayPage } from './pages/today.ts'
import { waitingPage } from './pages/waiting.ts'
import { workGivenPage } from './pages/work-given.ts'
import { stalledSteps } from './stalled.ts'
import { stepsOnToday } from './steps-on-today.ts'

/** A worker's day: what waits, whom they work with, and one box to find anybody. */
export const today: Room = {
  name: 'today',
  pages: (gathered) => [
    todayPage(gathered),
    searchPage,
    addACarerPage(gathered),
    myCarersPage,
    teamPage,
    waitingPage(gathered),
    giveWorkPage(gathered),
    workGivenPage(gathered),
    keysPage,
    savedFiltersPage,
    deleteFilterPage,
  ],
  jobs: ({ waiting }) => [escalateSteps(waiting)],
  today: ({ waiting }) => [...stepsOnToday(waiting), stalledSteps(waiting)],
  demo: { order: 40, says: 'Giving the demo’s workers carers and calls …', load: loadDemoDay },
  navigation: [
    { door: 'workspace', order: 10, text: 'Today', href: '/today', may: workers },
    {
      door: 'workspace',
      order: 30,
      text: 'My carers',
      href: '/my-carers',
      may: caseworkers,
      count: (tx, { accountId }) =>
        accountId === null ? Promise.resolve(0) : countCarersOf(tx, accountId),
    },
    { door: 'workspace', order: 78, text: 'Who waits', href: '/waiting', may: ['manager'] },
    { door: 'workspace', order: 80, text: 'Team', href: '/team', may: ['manager'] },
  ],
}
