import type { IsoDate } from '#platform/lib/dates.ts'
import { neededDate, soundCode, words } from './cells.rules.ts'
import type { EventIds } from './event-rows.ts'
import type { Cells, RowRead } from './row.ts'

export type SessionRow = EventIds & {
  readonly kind: string
  readonly where: string | null
  readonly heldOn: IsoDate
  readonly hours: number | null
}

/** A row of the young carers' sessions: one young carer at a club, or one meeting with a key worker. */
export function sessionRow(cells: Cells, ids: EventIds, today: IsoDate): RowRead<SessionRow> {
  const heldOn = neededDate(cells, { field: 'held_on', label: 'Date' }, today)
  const kind = soundCode(cells, { field: 'kind', label: 'Kind' }, 'session-kinds')
  if (cells.text('kind') === '') cells.refuse('Kind', 'Enter what it was: club or one to one')
  const hours = hoursFrom(cells.text('hours'))
  if (hours === undefined)
    cells.refuse('Hours', `"${cells.text('hours')}" is not a number of hours. Write it like 1.5`)
  return cells.end(() => ({
    ...ids,
    kind: kind ?? '',
    where: words(cells, 'where'),
    heldOn: heldOn ?? today,
    hours: hours ?? null,
  }))
}

/** Hours as `1`, `1.5`, `1h`, `1:30` or `90 min`; nothing where blank, undefined where it is none of these. */
export function hoursFrom(written: string): number | null | undefined {
  if (written === '' || written === '-') return null
  const clock = /^(\d{1,2}):([0-5]\d)(?::00)?$/.exec(written)
  if (clock) return Number(clock[1]) + Number(clock[2]) / 60
  const minutes = /^(\d{1,3})\s*(?:m|min|mins|minutes)$/i.exec(written)
  if (minutes) return Number(minutes[1]) / 60
  const hours = /^(\d{1,2}(?:\.\d+)?)\s*(?:h|hr|hrs|hours?)?$/i.exec(written)
  return hours && Number(hours[1]) <= 24 ? Number(hours[1]) : undefined
}
