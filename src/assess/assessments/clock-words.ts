import { dayInWords } from '#platform/lib/dates.ts'
import type { AssessmentClock } from './assessment-clock.rules.ts'

/** The clock as a sentence: the same words for the assessor, the manager and the carer. */
export function clockInWords({ dueOn, days, state }: AssessmentClock): string {
  const long = days === 1 ? '1 day' : `${days} days`
  switch (state) {
    case 'running':
      return `${long} so far, due by ${dayInWords(dueOn)}`
    case 'overdue':
      return `${long} so far, overdue since ${dayInWords(dueOn)}`
    case 'met':
      return `${long}, in time`
    case 'missed':
      return `${long}, after its day (${dayInWords(dueOn)})`
  }
}
