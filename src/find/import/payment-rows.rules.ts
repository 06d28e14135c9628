import type { IsoDate } from '#platform/lib/dates.ts'
import { penceFrom, type Pence } from '#platform/lib/money.ts'
import { neededDate, words } from './cells.rules.ts'
import type { EventIds } from './event-rows.ts'
import type { Cells, RowRead } from './row.ts'

export type PaymentRow = EventIds & {
  readonly paidOn: IsoDate
  readonly amountPence: Pence
  readonly purpose: string | null
}

/** A row of the one-off direct payments. */
export function paymentRow(cells: Cells, ids: EventIds, today: IsoDate): RowRead<PaymentRow> {
  const paidOn = neededDate(cells, { field: 'paid_on', label: 'Date paid' }, today)
  const amountPence = amount(cells)
  return cells.end(() => ({
    ...ids,
    paidOn: paidOn ?? today,
    amountPence,
    purpose: words(cells, 'purpose'),
  }))
}

// More than anybody was ever paid at once is a slip of the keyboard.
const mostPence = 10_000_000

function amount(cells: Cells): Pence {
  const written = cells.text('amount')
  const pence = penceFrom(written.replace(/\s*(?:GBP|pounds?)\s*/i, '').replace(/\s+/g, ''))
  if (written === '') cells.refuse('Amount', 'Enter the amount')
  else if (pence === null)
    cells.refuse('Amount', `"${written}" is not an amount. Write it like 250 or 275.50`)
  else if (pence === 0) cells.refuse('Amount', 'The amount must be more than nothing')
  else if (pence > mostPence)
    cells.refuse('Amount', `"${written}" is more than £100,000. Check the amount`)
  return pence ?? 0
}
