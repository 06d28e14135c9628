import { dayInWords, type IsoDate } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import { answerDueOn, talkDueOn, type Reckoning } from '../referral-clock/clock.rules.ts'
import type { Receiver } from './register.sql.ts'

export type Next = {
  readonly who: string
  readonly telephone: string | null
  /** `Friday 6 April 2018`. */
  readonly readBy: string
  readonly reachedBy: string
}

/** What happens after a registration, when and by whom: the days that the hub's own list counts by. */
export function whatNext(
  receiver: Receiver,
  of: { readonly kind: CarerKind; readonly receivedOn: IsoDate; readonly reckoning: Reckoning },
): Next {
  const asked = { kind: of.kind, urgent: false, receivedOn: of.receivedOn }
  const readBy = answerDueOn(asked, of.reckoning)
  return {
    who: receiver.name,
    telephone: receiver.telephone,
    readBy: dayInWords(readBy),
    reachedBy: dayInWords(talkDueOn(asked, readBy, of.reckoning)),
  }
}
