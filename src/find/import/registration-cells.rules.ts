import type { IsoDate } from '#platform/lib/dates.ts'
import { neededDate, optionalCode, soundDate } from './cells.rules.ts'
import { readCode } from './codes.rules.ts'
import type { Cells } from './row.ts'

/** Where a registration stands; only an ended one has an end. */
export type RegistrationState = {
  readonly state: 'asked' | 'active' | 'paused' | 'ended'
  readonly registeredOn: IsoDate | null
  readonly endedOn: IsoDate | null
  readonly endReason: string | null
}

const states = ['asked', 'active', 'paused', 'ended'] as const

/**
 * The state of a registration from its status and dates. Figures rest on these, so what is unclear
 * refuses the row: a status nobody knows, a date that is none.
 */
export function registrationState(cells: Cells, today: IsoDate): RegistrationState {
  const registeredOn = neededDate(
    cells,
    { field: 'registered_on', label: 'Date registered' },
    today,
  )
  const closedOn = soundDate(cells, { field: 'closed_on', label: 'Date closed' }, { today })
  const state = stateOf(cells, closedOn)
  if (closedOn !== null && registeredOn !== null && closedOn < registeredOn) {
    cells.warn(
      'Date closed',
      'The date closed is before the date registered: perhaps they came back. Check both',
    )
  }
  if (state !== 'ended') {
    if (closedOn !== null)
      cells.warn('Date closed', `Left out, as the status says that the record is ${state}`)
    return { state, registeredOn, endedOn: null, endReason: null }
  }
  if (closedOn === null && cells.has('closed_on'))
    cells.warn('Date closed', 'The record is closed and nothing says since when')
  const endReason = optionalCode(
    cells,
    { field: 'close_reason', label: 'Why closed' },
    'close-reasons',
  )
  return { state, registeredOn, endedOn: closedOn, endReason }
}

function stateOf(cells: Cells, closedOn: IsoDate | null): RegistrationState['state'] {
  const written = cells.text('status')
  const otherwise = closedOn === null ? 'active' : 'ended'
  if (!cells.has('status')) return otherwise
  // A question mark says that whoever typed it was not sure.
  const { code } = written.includes('?') ? { code: null } : readCode('statuses', written)
  const state = states.find((known) => known === code)
  if (state !== undefined) return state
  if (written === '' && closedOn !== null) return 'ended'
  const what = written === '' ? 'The status is blank' : `We do not know the status "${written}"`
  cells.refuse('Status', `${what}. Enter Active or Closed`)
  return otherwise
}
