import type { IsoDate } from '#platform/lib/dates.ts'
import { neededDate, optionalCode, optionalDate } from './cells.rules.ts'
import type { EventIds } from './event-rows.ts'
import type { Cells, RowRead } from './row.ts'

export type ReferralRow = EventIds & {
  readonly receivedOn: IsoDate
  readonly source: string | null
  readonly reason: string | null
  readonly firstContactOn: IsoDate | null
  readonly outcome: string | null
}

/** A row of the referrals that came in. */
export function referralRow(cells: Cells, ids: EventIds, today: IsoDate): RowRead<ReferralRow> {
  const receivedOn = neededDate(cells, { field: 'received_on', label: 'Date received' }, today)
  return cells.end(() => ({
    ...ids,
    receivedOn: receivedOn ?? today,
    source: optionalCode(cells, { field: 'source', label: 'From' }, 'referral-sources'),
    reason: optionalCode(cells, { field: 'reason', label: 'Reason' }, 'referral-reasons'),
    firstContactOn: firstContact(cells, receivedOn, today),
    outcome: optionalCode(cells, { field: 'outcome', label: 'Outcome' }, 'referral-outcomes'),
  }))
}

function firstContact(cells: Cells, receivedOn: IsoDate | null, today: IsoDate): IsoDate | null {
  const label = 'Date of first contact'
  const date = optionalDate(cells, { field: 'first_contact_on', label }, { today })
  if (date !== null && receivedOn !== null && date < receivedOn) {
    cells.warn(label, 'It is before the date received. Check both')
  }
  return date
}
