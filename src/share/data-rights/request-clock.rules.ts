// UK GDPR articles 12(3) and 12A (Data (Use and Access) Act 2025, in force from 19 June 2025; from
// memory, to be checked): one month from the day on which it is known who asks, two more where the
// request is complex; it stands still while the asker is asked what they mean.
import clock from '../../../data/rights/request-clock-2025.json' with { type: 'json' }
import { addDays, addMonths, daysBetween, type IsoDate } from '#platform/lib/dates.ts'

export type ClockStep = { readonly step: string; readonly takenOn: IsoDate }

export type RequestClock = {
  /** Null while it stands still or has not begun. */
  readonly dueOn: IsoDate | null
  readonly stands: 'runs' | 'waits_for_identity' | 'waits_for_clarification'
  readonly because: string
}

/** Until when a request is to be answered, and why then. `steps` in the order in which they were taken. */
export function requestClock(
  receivedOn: IsoDate,
  steps: readonly ClockStep[],
  today: IsoDate,
): RequestClock {
  const asked = steps.find(({ step }) => step === 'asked_identity')
  const known = steps.find(({ step }) => step === 'identity_checked')
  if (asked !== undefined && known === undefined)
    return {
      dueOn: null,
      stands: 'waits_for_identity',
      because: 'The clock begins when it is known who asks (UK GDPR, article 12A)',
    }
  const from =
    asked === undefined || known === undefined ? receivedOn : later(receivedOn, known.takenOn)
  const { days, open } = pauses(steps, today)
  const extended = steps.some(({ step }) => step === 'extended')
  if (open)
    return {
      dueOn: null,
      stands: 'waits_for_clarification',
      because:
        'The clock stands still while the asker is asked what they mean (UK GDPR, article 12A)',
    }
  const months = clock.months + (extended ? clock.more_months : 0)
  return {
    dueOn: addDays(addMonths(from, months), days),
    stands: 'runs',
    because: `${months === 1 ? 'One month' : `${months} months`} from ${from === receivedOn ? 'the day it came' : 'the day it was known who asks'}${days === 0 ? '' : `, and ${days} ${days === 1 ? 'day' : 'days'} on which it stood still`} (UK GDPR, article 12(3))`,
  }
}

function pauses(steps: readonly ClockStep[], today: IsoDate): { days: number; open: boolean } {
  let since: IsoDate | null = null
  let days = 0
  for (const { step, takenOn } of steps) {
    if (step === 'asked_clarification') since ??= takenOn
    if (step !== 'clarified' || since === null) continue
    days += Math.max(0, daysBetween(since, takenOn))
    since = null
  }
  return { days, open: since !== null && since <= today }
}

const later = (one: IsoDate, other: IsoDate): IsoDate => (one > other ? one : other)
