import { words } from './cells.rules.ts'
import type { Cells, RowRead } from './row.ts'

export type GroupRow = {
  readonly name: string
  readonly town: string | null
  readonly meets: string | null
}

const longestName = 200

/** A row of the list of support groups. */
export function groupRow(cells: Cells): RowRead<GroupRow> {
  const name = cells.text('name').replace(/\s+/g, ' ')
  if (name === '') cells.refuse('Group', 'Enter the name of the group')
  if (name.length > longestName) cells.refuse('Group', `Use ${longestName} characters or fewer`)
  return cells.end(() => ({ name, town: words(cells, 'town'), meets: words(cells, 'meets') }))
}
