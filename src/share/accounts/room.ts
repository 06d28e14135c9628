import type { Room } from '#platform/room.ts'
import { clearSpentSignIns } from './accounts.jobs.ts'
import { addAccountCommand } from './add-account.command.ts'
import { closeAccountCommand, secondStepOffCommand } from './change-account.commands.ts'
import { placeDemoPeople, welcomeToDemo } from './demo.ts'
import {
  accountPage,
  endSessionPage,
  removePasskeyPage,
  signOutEverywherePage,
} from './pages/account.ts'
import { anotherCodePage, codePage } from './pages/code.ts'
import { demoPage } from './pages/demo.ts'
import { newPasskeyPage } from './pages/new-passkey.ts'
import { passkeySignInPage } from './pages/passkey-sign-in.ts'
import { replaceSecondStepPage } from './pages/replace-second-step.ts'
import { askForLinkPage, newPasswordPage } from './pages/password-link.ts'
import { secondStepPage } from './pages/second-step.ts'
import { signInPage } from './pages/sign-in.ts'
import { signOutPage } from './pages/sign-out.ts'
import { backPage, beginPage } from './pages/single-sign-on.ts'
import { recoveryCodePage, staffCodePage } from './pages/staff-code.ts'
import { staffPage } from './pages/staff.ts'
import { whoLookedPage } from './pages/who-looked.ts'
import { whoLookedPanel } from './who-looked.panel.ts'

export const accounts: Room = {
  name: 'accounts',
  pages: [
    signInPage,
    codePage,
    anotherCodePage,
    staffPage,
    staffCodePage,
    recoveryCodePage,
    beginPage,
    backPage,
    secondStepPage,
    askForLinkPage,
    newPasswordPage,
    passkeySignInPage,
    accountPage,
    signOutEverywherePage,
    endSessionPage,
    newPasskeyPage,
    removePasskeyPage,
    replaceSecondStepPage,
    whoLookedPage,
    demoPage,
    signOutPage,
  ],
  jobs: [clearSpentSignIns],
  commands: [addAccountCommand, closeAccountCommand, secondStepOffCommand],
  carerPanels: [whoLookedPanel],
  demo: {
    order: 10,
    says: 'Setting up the organisations and people of the demo …',
    load: placeDemoPeople,
  },
  welcome: welcomeToDemo,
}
