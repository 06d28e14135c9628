/**
 * How long a carer waits for an assessment. The law gives no number of days: within an appropriate
 * and reasonable time (Care and Support Statutory Guidance 6.29). Each authority sets its own target.
 */
import { addDays, daysBetween, type IsoDate } from '#platform/lib/dates.ts'

/** Where an authority has set no target of its own. */
export const defaultTargetDays = 28

export type AssessmentClock = {
  readonly dueOn: IsoDate
  /** Days since it was asked for, to the day it ended or today. */
  readonly days: number
  readonly state: 'running' | 'overdue' | 'met' | 'missed'
}

/** The clock from the day on which the carer asked, or null where that day is not known. */
export function assessmentClock(of: {
  readonly askedOn: IsoDate | null
  readonly endedOn: IsoDate | null
  readonly today: IsoDate
  readonly targetDays: number
}): AssessmentClock | null {
  if (of.askedOn === null) return null
  const dueOn = addDays(of.askedOn, of.targetDays)
  const until = of.endedOn ?? of.today
  const late = until > dueOn
  const state = of.endedOn === null ? (late ? 'overdue' : 'running') : late ? 'missed' : 'met'
  return { dueOn, days: daysBetween(of.askedOn, until), state }
}
