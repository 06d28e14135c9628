import type { NavigationEntry, Room } from '#platform/room.ts'
import { recordKeepers, rightsWorkers } from './data-rights.ts'
import { ownRightsPanel } from './panel.ts'
import { exportCommand } from './export.command.ts'
import { requestsToday } from './on-today.ts'
import { decideErasurePage } from './pages/erasure.ts'
import { endHoldPage, holdsPage } from './pages/holds.ts'
import { myDataAnswerPage, myDataAskPage, myDataPage } from './pages/my-data.ts'
import { newRequestPage, requestsPage } from './pages/requests.ts'
import { gatherPage, releasePage, requestPage, signPage } from './pages/request.ts'
import { disposalPage, erasePage, retentionPage } from './pages/retention.ts'
import { releaseFilePage, statementPage, statementsPage } from './pages/statements.ts'
import { proposeDisposals } from './retention.jobs.ts'

const requestsEntry: NavigationEntry = {
  door: 'workspace',
  order: 96,
  text: 'Data requests',
  href: '/data-requests',
  may: rightsWorkers,
}

const retentionEntry: NavigationEntry = {
  door: 'workspace',
  order: 97,
  text: 'Records to erase',
  href: '/retention',
  may: recordKeepers,
}

/** What people may ask of their data, how long it is kept, and its end. */
export const dataRights: Room = {
  name: 'data-rights',
  pages: [
    requestsPage,
    newRequestPage,
    requestPage,
    gatherPage,
    signPage,
    releasePage,
    decideErasurePage,
    statementsPage,
    statementPage,
    releaseFilePage,
    retentionPage,
    holdsPage,
    endHoldPage,
    disposalPage,
    erasePage,
    myDataPage,
    myDataAskPage,
    myDataAnswerPage,
  ],
  carerPanels: [ownRightsPanel],
  jobs: [proposeDisposals],
  commands: [exportCommand],
  today: [requestsToday],
  navigation: [requestsEntry, retentionEntry],
}
