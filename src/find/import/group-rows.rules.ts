import { words } from './cells.rules.ts'
import type { Cells, RowRead } from './row.ts'

export type GroupRow = {
  readonly name: string
  readonly town: string | null
  readonly meets: string | null
}

/** A row of the list of support groups. */
export function groupRow(cells: Cells): RowRead<GroupRow> {
  const name = cells.text('name').replace(/\s+/g, ' ')
  if (name === '') cells.refuse('Group', 'Enter the name of the group')
  return cells.end(() => ({ name, town: words(cells, 'town'), meets: words(cells, 'meets') }))
}
