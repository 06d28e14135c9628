import { dayInWords, type IsoDate } from '#platform/lib/dates.ts'
import { bankHolidays } from '#platform/reference/england.ts'
import { contactDueOn, triageDueOn } from '../referrals/triage.rules.ts'
import type { Receiver } from './register.sql.ts'

export type Next = {
  readonly who: string
  readonly telephone: string | null
  /** `Friday 6 April 2018`. */
  readonly readBy: string
  readonly reachedBy: string
}

/** What happens after a registration, when and by whom: the days that the hub's own list counts by. */
export function whatNext(receiver: Receiver, today: IsoDate): Next {
  const readBy = triageDueOn({ receivedOn: today, urgent: false }, bankHolidays)
  return {
    who: receiver.name,
    telephone: receiver.telephone,
    readBy: dayInWords(readBy),
    reachedBy: dayInWords(contactDueOn({ urgent: false }, readBy, bankHolidays)),
  }
}
