import type { IsoDate } from '#platform/lib/dates.ts'
import { neededDate, optionalCode, soundCode } from './cells.rules.ts'
import type { EventIds } from './event-rows.ts'
import type { Cells, RowRead } from './row.ts'

export type AssessmentRow = EventIds & {
  readonly completedOn: IsoDate
  readonly kind: 'adult_carer' | 'parent_carer' | 'young_carer' | 'transition'
  /** Held together with the cared-for person's own assessment (Care Act 2014 s.12(5)). */
  readonly combined: boolean
  readonly method: string | null
  readonly outcome: string | null
}

/** A row of the assessments that were completed. */
export function assessmentRow(cells: Cells, ids: EventIds, today: IsoDate): RowRead<AssessmentRow> {
  const completedOn = neededDate(
    cells,
    { field: 'completed_on', label: 'Date of assessment' },
    today,
  )
  const type = soundCode(cells, { field: 'type', label: 'Type' }, 'assessment-types')
  if (cells.text('type') === '')
    cells.refuse('Type', 'Enter which assessment it was: carer only, joint, young carer')
  return cells.end(() => ({
    ...ids,
    completedOn: completedOn ?? today,
    kind:
      type === 'young_carer' || type === 'parent_carer' || type === 'transition'
        ? type
        : 'adult_carer',
    combined: type === 'joint',
    method: optionalCode(cells, { field: 'method', label: 'Method' }, 'assessment-methods'),
    outcome: optionalCode(cells, { field: 'outcome', label: 'Outcome' }, 'assessment-outcomes'),
  }))
}
