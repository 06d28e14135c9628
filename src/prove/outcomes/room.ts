import type { Room } from '#platform/room.ts'
import { outcomesApi } from './outcomes.api.ts'
import { outcomeRowsPage } from './pages/outcome-rows.ts'
import { outcomesCsvPage, outcomesPage } from './pages/outcomes.ts'

/** What support came to for carers: before and after, for any group and period. */
export const outcomes: Room = {
  name: 'outcomes',
  pages: [outcomesPage, outcomesCsvPage, outcomeRowsPage],
  api: [outcomesApi],
}
