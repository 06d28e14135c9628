import type { Room } from '#platform/room.ts'
import { joinedRecords } from './on-the-record.ts'
import { duplicatesToDecide } from './on-today.ts'
import { pairPage } from './pages/pair.ts'
import { pairsPage } from './pages/pairs.ts'
import { undoJoinPage } from './pages/undo-join.ts'

/** One person, once: deciding on records that may be about the same person. */
export const duplicates: Room = {
  name: 'duplicates',
  pages: [pairsPage, pairPage, undoJoinPage],
  recordPanels: [joinedRecords],
  today: [duplicatesToDecide],
}
