import { soundCode } from './cells.rules.ts'
import { sourceId } from './source-ids.ts'
import type { Cells, RowRead } from './row.ts'

/** What somebody decided about two records that look alike. */
export type DecisionRow = {
  readonly ids: readonly [string, string]
  readonly decision: 'same' | 'different'
}

/** A row of decided pairs. */
export function decisionRow(cells: Cells): RowRead<DecisionRow> {
  const ids = [sourceId(cells.text('id')), sourceId(cells.text('other_id'))] as const
  if (ids[0] === '' || ids[1] === '') cells.refuse('Id', 'Enter the ids of both records')
  else if (ids[0] === ids[1])
    cells.refuse('Id', 'The two ids are the same. Enter those of two records')
  const decision = soundCode(cells, { field: 'decision', label: 'Decision' }, 'pair-decisions')
  if (cells.text('decision') === '')
    cells.refuse('Decision', 'Enter what was decided: same person or different people')
  return cells.end(() => ({ ids, decision: decision === 'same' ? 'same' : 'different' }))
}
