import type { Room } from '#platform/room.ts'
import { endLinkPage, linkPage, sheetPage } from './pages/link.ts'
import { newLinkPage } from './pages/new-link.ts'
import { ownWordsPage } from './pages/own-words.ts'
import { tellItOncePage } from './pages/tell-it-once.ts'
import { toldPage } from './pages/told.ts'
import { tellItOncePanel } from './panel.ts'

/** The carer's story on one page, shown to others by a link that ends. */
export const tellItOnce: Room = {
  name: 'tell-it-once',
  pages: [tellItOncePage, ownWordsPage, newLinkPage, linkPage, endLinkPage, sheetPage, toldPage],
  carerPanels: [tellItOncePanel],
}
