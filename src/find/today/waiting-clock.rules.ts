import type { IsoDate } from '#platform/lib/dates.ts'
import {
  stepClock,
  type PromiseClock,
  type StepReckoning,
} from '#people/pathway/step-clock.rules.ts'
import type { Waiting } from './waiting.sql.ts'

/** A line of the board with its own clock; null where nobody promised a day for it. */
export type WaitingShown = Waiting & { readonly clock: PromiseClock | null }

/** The clock of a line of the board, by the same rule as the carer's own page and record. */
export function withClock(row: Waiting, today: IsoDate, reckoning: StepReckoning): WaitingShown {
  const { carerKind, step, since: sinceOn, dueOn: promisedOn } = row
  if (promisedOn === null && (carerKind === null || step === null)) return { ...row, clock: null }
  const waited = { kind: carerKind ?? '', step: step ?? '', sinceOn, promisedOn }
  return { ...row, clock: stepClock(waited, today, reckoning) }
}
