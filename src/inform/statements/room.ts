import type { Room } from '#platform/room.ts'
import { aboutPage } from './pages/about.ts'
import { accessibilityPage } from './pages/accessibility.ts'
import { otherFormatsPage } from './pages/other-formats.ts'
import { privacyPage } from './pages/privacy.ts'

export const statements: Room = {
  name: 'statements',
  pages: [aboutPage, accessibilityPage, otherFormatsPage, privacyPage],
}
