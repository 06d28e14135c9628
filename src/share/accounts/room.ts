import type { Room } from '#platform/room.ts'
import { placeDemoPeople, welcomeToDemo } from './demo.ts'
import { anotherCodePage, codePage } from './pages/code.ts'
import { demoPage } from './pages/demo.ts'
import { askForLinkPage, newPasswordPage } from './pages/password-link.ts'
import { secondStepPage } from './pages/second-step.ts'
import { signInPage } from './pages/sign-in.ts'
import { signOutPage } from './pages/sign-out.ts'
import { backPage, beginPage } from './pages/single-sign-on.ts'
import { recoveryCodePage, staffCodePage } from './pages/staff-code.ts'
import { staffPage } from './pages/staff.ts'

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
    demoPage,
    signOutPage,
  ],
  demo: {
    order: 10,
    says: 'Setting up the organisations and people of the demo …',
    load: placeDemoPeople,
  },
  welcome: welcomeToDemo,
}
