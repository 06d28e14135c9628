// When a payment goes out. Local practice: the law sets no calendar. A payment that goes on falls on the
// same day of each month or year as its first, and on a month's last day where that month has no such day.
import { addDays, addMonths, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { needsManager, type PaymentLimits } from './payment-limits.rules.ts'
import type { Frequency, Payment } from './payment.ts'

export type Calendar = {
  readonly frequency: Frequency
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate | null
}

export type Instalment = { readonly number: number; readonly dueOn: IsoDate }

/** The instalments of a payment that fall due on or before a day and come after the one numbered `after`. */
export function instalmentsDue(
  calendar: Calendar,
  upTo: IsoDate,
  after = 0,
): readonly Instalment[] {
  const last = calendar.endsOn !== null && calendar.endsOn < upTo ? calendar.endsOn : upTo
  const due: Instalment[] = []
  for (let number = after + 1; ; number += 1) {
    const dueOn = dayOf(calendar, number)
    if (dueOn === null || dueOn > last) return due
    due.push({ number, dueOn })
  }
}

/** The day of an instalment, counted from the first so that a short month moves no later one; null after the last. */
function dayOf({ frequency, startsOn }: Calendar, number: number): IsoDate | null {
  const gone = number - 1
  switch (frequency) {
    case 'once':
      return gone === 0 ? startsOn : null
    case 'weekly':
      return addDays(startsOn, gone * 7)
    case 'every_four_weeks':
      return addDays(startsOn, gone * 28)
    case 'monthly':
      return addMonths(startsOn, gone)
    case 'yearly':
      return addMonths(startsOn, gone * 12)
  }
}

/** A payment that may be due, with what stands behind it. */
export type Candidate = Pick<
  Payment,
  | 'id'
  | 'personId'
  | 'organisationId'
  | 'planId'
  | 'kind'
  | 'basis'
  | 'amountPence'
  | 'frequency'
  | 'agreedOn'
  | 'agreedBy'
  | 'proposedBy'
> & {
  readonly startsOn: IsoDate | null
  readonly endsOn: IsoDate | null
  readonly planState: string | null
  /** The latest agreement under s.31 or s.32; null where there is none. */
  readonly agreementMet: boolean | null
  readonly payeeId: string | null
  /** The highest number that has been paid or stands in a run. */
  readonly paidTo: number
  /** Numbers that the bank sent back: to be paid again, and those of which nobody has said so yet. */
  readonly again: readonly number[]
  readonly cameBack: readonly number[]
}

/** The days on which a payment goes out; null while it has no first day. */
export function calendarOf(payment: Candidate): Calendar | null {
  const { frequency, endsOn } = payment
  const start = payment.startsOn ?? (payment.kind === 'one_off' ? payment.agreedOn : null)
  return start === null ? null : { frequency, startsOn: isoDate(start), endsOn }
}

/** All that a payment still owes by a day: what came back and was not given up, and what falls due. */
export function owedBy(payment: Candidate, upTo: IsoDate): readonly Instalment[] {
  const calendar = calendarOf(payment)
  if (calendar === null) return []
  const back = [...payment.again, ...payment.cameBack].toSorted((a, b) => a - b)
  const returned = back.flatMap((number) => {
    const dueOn = dayOf(calendar, number)
    return dueOn === null || dueOn > upTo ? [] : [{ number, dueOn }]
  })
  return [...returned, ...instalmentsDue(calendar, upTo, payment.paidTo)]
}

/** Why a payment that is due may not go out yet, in words; null where it may. */
export function whyNotPaid(payment: Candidate, limits: PaymentLimits): string | null {
  if (payment.planState === 'draft') return 'The plan is not agreed with the carer yet'
  const alone = payment.agreedBy === null || payment.agreedBy === payment.proposedBy
  if (alone && (payment.planId === null || needsManager(payment, limits)))
    return 'Nobody but who put it forward has agreed it'
  if (payment.basis === 'direct_payment') {
    if (payment.agreementMet === null) return 'No direct payment agreement is recorded'
    if (!payment.agreementMet) return 'The conditions for a direct payment are not all met'
  }
  if (payment.cameBack.length > 0)
    return 'The bank sent a payment back. Say what is to become of it'
  return payment.payeeId === null ? 'There are no bank details to pay into' : null
}
