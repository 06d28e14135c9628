/**
 * How long a carer waits for an assessment: the pathway's clock of that step, from the day on which
 * it was asked for. The law gives no number of days: within an appropriate and reasonable time (Care
 * and Support Statutory Guidance 6.29). Each authority promises its own.
 */
import {
  promiseClock,
  stepTarget,
  type PromiseClock,
  type StepReckoning,
} from '#people/pathway/step-clock.rules.ts'
import { addWorkingDays, daysBetween, type IsoDate } from '#platform/lib/dates.ts'
import type { AssessmentKind } from './assessment.ts'

export type AssessmentClock = PromiseClock & {
  /** Days since it was asked for, to the day it ended or today. */
  readonly days: number
  readonly ended: boolean
}

/** The clock from the day on which the carer asked, or null where that day is not known. */
export function assessmentClock(
  of: {
    readonly kind: AssessmentKind
    readonly askedOn: IsoDate | null
    readonly endedOn: IsoDate | null
  },
  today: IsoDate,
  { targets, holidays }: StepReckoning,
): AssessmentClock | null {
  const { kind, askedOn: sinceOn, endedOn: keptOn } = of
  if (sinceOn === null) return null
  const target = stepTarget({ kind, step: 'assessed', sinceOn }, targets)
  if (target === undefined) return null
  const clock = promiseClock({ ...target, sinceOn, keptOn }, today, holidays)
  return { ...clock, days: daysBetween(sinceOn, keptOn ?? today), ended: keptOn !== null }
}

/** The day by which an assessment that was asked for on a day should have been held; that day itself where none is promised. */
export function assessmentDueOn(
  of: { readonly kind: AssessmentKind; readonly askedOn: IsoDate },
  { targets, holidays }: StepReckoning,
): IsoDate {
  const target = stepTarget({ kind: of.kind, step: 'assessed', sinceOn: of.askedOn }, targets)
  return addWorkingDays(of.askedOn, target?.days ?? 0, holidays)
}
