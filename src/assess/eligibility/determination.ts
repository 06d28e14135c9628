import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import type { DecidedAs } from './delegation.rules.ts'
import type { Findings, Step } from './eligibility.ts'
import type { Responsibility } from './responsible-authority.rules.ts'

export type DeterminationState = 'draft' | 'to_countersign' | 'returned' | 'decided'

export const determinationStates: Readonly<Record<DeterminationState, string>> = {
  draft: 'Being written',
  to_countersign: 'Waiting to be countersigned',
  returned: 'Returned by the council',
  decided: 'Decided',
}

/** A determination as stored. What was decided never changes; a new decision has the next number. */
export type Determination = {
  readonly id: string
  readonly assessmentId: string
  readonly personId: string
  readonly organisationId: number
  readonly number: number
  readonly state: DeterminationState
  readonly rulesVersion: string
  readonly findings: Findings
  readonly steps: readonly Step[] | null
  readonly eligible: boolean | null
  readonly responsibility: Responsibility | null
  readonly adviceReduce: string | null
  readonly advicePrevent: string | null
  readonly decidedOn: IsoDate | null
  readonly decidedBy: string | null
  readonly decidedByName: string | null
  readonly decidedByRole: string | null
  readonly decidedAs: DecidedAs | null
  readonly countersignedOn: IsoDate | null
  readonly countersignedByName: string | null
  readonly returnedWords: string | null
  readonly sentAt: IsoInstant | null
  readonly sentAs: string | null
  readonly copyOn: IsoDate | null
  readonly version: number
}

/** `Eligible for support` or `Not eligible`, as a heading and a list say it. */
export function answerInWords(determination: Pick<Determination, 'eligible'>): string {
  return determination.eligible === true ? 'Eligible for support' : 'Not eligible'
}

/** The day on which it came to hold: with the countersignature where one was needed. */
export function decidedDay({
  countersignedOn,
  decidedOn,
}: Pick<Determination, 'countersignedOn' | 'decidedOn'>): IsoDate | null {
  return countersignedOn ?? decidedOn
}

/**
 * Why the decision letter cannot be sent now, in words; null where it can. Written advice is owed
 * wherever no need is eligible: Care Act 2014 s.13(5).
 */
export function whyNotSendable(
  determination: Pick<
    Determination,
    'state' | 'eligible' | 'adviceReduce' | 'advicePrevent' | 'sentAt'
  >,
): string | null {
  if (determination.sentAt !== null) return 'This decision has been sent.'
  if (determination.state === 'to_countersign')
    return 'The council has to countersign this decision before it can be sent.'
  if (determination.state !== 'decided') return 'There is no decision to send yet.'
  if (determination.eligible === true) return null
  const lacking = [
    determination.adviceReduce ? null : 'what can be done to meet or reduce the needs',
    determination.advicePrevent ? null : 'what can be done to prevent or delay needs',
  ].filter((words) => words !== null)
  if (lacking.length === 0) return null
  return `A letter that says not eligible cannot go without written advice on ${lacking.join(' and ')} (Care Act 2014 s.13(5)).`
}
