import type { Tx } from './db/database.ts'
import type { IsoDate } from './lib/dates.ts'
import type { RecordOf } from './room.ts'

/** The steps of a carer's pathway, from asking to looking again at how support goes. */
export type PathwayStep =
  | 'asked'
  | 'talked'
  | 'assessed'
  | 'decided'
  | 'planned'
  | 'supported'
  | 'reviewed'

/** Whose promise a clock is read by: the kind of carer, or a child on the way to 18. */
export type PathwayKind =
  | 'adult_carer'
  | 'parent_carer'
  | 'young_carer'
  | 'young_adult_carer'
  | 'transition'

/** A day on which a step was taken, and of which kind of carer where the room knows. */
export type StepDay = { readonly on: IsoDate; readonly kind?: PathwayKind }

/** A step that is waited for: since when, and the day that somebody promised, if anybody did. */
export type StepRunning = {
  readonly sinceOn: IsoDate
  readonly promisedOn: IsoDate | null
  readonly kind?: PathwayKind
}

/**
 * The days on which this room saw a step of the pathway taken: someone asked for support, was
 * talked with, assessed, decided on, their plan agreed, support started, reviewed; or the matter
 * ended without more to come. And the steps that wait with this room just now.
 */
export type ClockSource = {
  readonly step: PathwayStep | 'ended'
  readonly list: (tx: Tx, of: RecordOf) => Promise<readonly StepDay[]>
  readonly running?: (tx: Tx, of: RecordOf) => Promise<readonly StepRunning[]>
}
