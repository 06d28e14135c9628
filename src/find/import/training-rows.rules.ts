import type { IsoDate } from '#platform/lib/dates.ts'
import { codeList } from './code-lists.ts'
import { neededDate, words } from './cells.rules.ts'
import type { EventIds } from './event-rows.ts'
import type { Cells, RowRead } from './row.ts'

export type TrainingRow = EventIds & {
  readonly course: string
  readonly heldOn: IsoDate
  readonly venue: string | null
}

/** A row of training: one carer at one session of a course. */
export function trainingRow(cells: Cells, ids: EventIds, today: IsoDate): RowRead<TrainingRow> {
  const heldOn = neededDate(cells, { field: 'held_on', label: 'Date' }, today)
  const course = courseName(cells.text('course'))
  if (course === '') cells.refuse('Course', 'Enter the name of the course')
  return cells.end(() => ({
    ...ids,
    course,
    heldOn: heldOn ?? today,
    venue: words(cells, 'venue'),
  }))
}

/** A course under the one name that reports count it by; one that no list knows keeps its own. */
function courseName(written: string): string {
  const { codeFor, labels } = codeList('course-names')
  return labels.get(codeFor(written) ?? '') ?? written.replace(/\s+/g, ' ')
}
