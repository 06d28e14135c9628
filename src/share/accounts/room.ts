import type { Room } from '#platform/room.ts'
import { anotherCodePage, codePage } from './pages/code.ts'
import { signInPage } from './pages/sign-in.ts'
import { recoveryCodePage, staffCodePage } from './pages/staff-code.ts'
import { staffPage } from './pages/staff.ts'

export const accounts: Room = {
  name: 'accounts',
  pages: [signInPage, codePage, anotherCodePage, staffPage, staffCodePage, recoveryCodePage],
}
