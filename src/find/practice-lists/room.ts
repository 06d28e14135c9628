import type { Room } from '#platform/room.ts'
import { placeDemoFlags } from './demo.ts'
import { practiceListCsvPage, practiceListPage } from './pages/practice-list.ts'
import { practiceReaders, practicesPage } from './pages/practices.ts'
import { practiceListApi, practiceReceiptApi } from './practice-lists.api.ts'

/** Carers whom their GP practice may flag, by their agreement; what changed, and the practice's receipt. */
export const practiceLists: Room = {
  name: 'practice-lists',
  pages: [practiceListPage, practiceListCsvPage, practicesPage],
  api: [practiceListApi, practiceReceiptApi],
  demo: { order: 46, says: 'Telling the practice whom to flag …', load: placeDemoFlags },
  navigation: [
    {
      door: 'partner',
      order: 40,
      text: 'Carers to flag',
      href: '/practice-list',
      may: ['referrer'],
    },
    {
      door: 'workspace',
      order: 88,
      text: 'GP practices',
      href: '/practices',
      may: practiceReaders,
    },
  ],
}
