import { dayInWords } from '#platform/lib/dates.ts'
import type { AssessmentClock } from './assessment-clock.rules.ts'

/** The clock as a sentence: the same words for the assessor, the manager and the carer. */
export function clockInWords({ dueOn, days, tone, ended }: AssessmentClock): string {
  const long = days === 1 ? '1 day' : `${days} days`
  const late = tone === 'red'
  if (ended) return late ? `${long}, after its day (${dayInWords(dueOn)})` : `${long}, in time`
  return `${long} so far, ${late ? 'overdue since' : 'due by'} ${dayInWords(dueOn)}`
}
