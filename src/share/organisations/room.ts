import type { NavigationEntry, Room } from '#platform/room.ts'
import { administrators } from './administrator.ts'
import { hostsCommand } from './hosts.command.ts'
import { acceptPage } from './pages/accept.ts'
import { adminPage } from './pages/admin.ts'
import { changesPage } from './pages/changes.ts'
import { closeAccountPage } from './pages/close-account.ts'
import { delegationPage, endDelegationPage } from './pages/delegation.ts'
import { giveDutyPage, takeDutyPage } from './pages/give-duty.ts'
import { invitationsPage, invitePage, sendAgainPage, withdrawPage } from './pages/invitations.ts'
import { leaverPage, leaversPage } from './pages/leavers.ts'
import { newTeamPage, organisationPage } from './pages/organisation.ts'
import { newOrganisationPage, organisationsPage } from './pages/organisations.ts'
import { peoplePage } from './pages/people.ts'
import {
  dropSecondStepPage,
  endAllSessionsPage,
  endOneSessionPage,
  personPage,
  reopenPage,
} from './pages/person.ts'
import { endRulePage, signOnPage } from './pages/sign-on.ts'
import { closeTeamPage, leaveTeamPage, teamPage } from './pages/team.ts'
import { answerPage, waitingPage } from './pages/waiting.ts'
import { listWaiting } from './requests.sql.ts'

const entry = (order: number, text: string, href: string): NavigationEntry => ({
  door: 'workspace',
  order,
  text,
  href,
  may: administrators,
})

/** Who takes part, who works there and what they may: an administrator's pages, all in the history. */
export const organisations: Room = {
  name: 'organisations',
  pages: (gathered) => [
    adminPage,
    peoplePage,
    personPage,
    endOneSessionPage,
    endAllSessionsPage,
    dropSecondStepPage,
    reopenPage,
    giveDutyPage,
    takeDutyPage,
    closeAccountPage(gathered),
    invitationsPage,
    invitePage,
    sendAgainPage,
    withdrawPage,
    acceptPage,
    organisationsPage,
    newOrganisationPage,
    organisationPage,
    newTeamPage,
    teamPage,
    leaveTeamPage,
    closeTeamPage,
    signOnPage,
    endRulePage,
    delegationPage,
    endDelegationPage,
    waitingPage,
    answerPage,
    changesPage,
    leaversPage(gathered),
    leaverPage(gathered),
  ],
  commands: [hostsCommand],
  navigation: [
    entry(80, 'Accounts and settings', '/admin'),
    entry(81, 'People', '/admin/people'),
    entry(82, 'Organisations', '/admin/organisations'),
    {
      ...entry(83, 'Waiting', '/admin/waiting'),
      count: async (tx, { authorityId, accountId }) => {
        const waiting = await listWaiting(tx, authorityId)
        return waiting.filter(({ askedBy }) => askedBy !== accountId).length
      },
    },
  ],
}
