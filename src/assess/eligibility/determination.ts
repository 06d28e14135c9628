import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import type { AssessmentKind } from '#assess/assessments/assessment.ts'
import type { DecidedAs } from './delegation.rules.ts'
import type { Findings, Step } from './eligibility.ts'
import {
  outcomeIn,
  type FamilyAnswer,
  type FamilyFindings,
  type FamilyStep,
} from './family-decision.ts'
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
  /** Under which law: the adults' regulations, or one of `familyLaws`. */
  readonly kind: AssessmentKind
  readonly state: DeterminationState
  readonly rulesVersion: string
  readonly findings: Findings
  readonly steps: readonly Step[] | null
  /** Of adult carers alone. */
  readonly eligible: boolean | null
  readonly familyFindings: FamilyFindings
  readonly familySteps: readonly FamilyStep[] | null
  /** Of everybody else. */
  readonly answer: FamilyAnswer | null
  readonly responsibility: Responsibility | null
  readonly adviceReduce: string | null
  readonly advicePrevent: string | null
  readonly decidedOn: IsoDate | null
  readonly decidedBy: string | null
  readonly decidedByName: string | null
  readonly decidedByRole: string | null
  readonly decidedAs: DecidedAs | null
  readonly countersignedOn: IsoDate | null
  readonly countersignedBy: string | null
  readonly countersignedByName: string | null
  readonly returnedWords: string | null
  readonly sentAt: IsoInstant | null
  readonly sentAs: string | null
  readonly copyOn: IsoDate | null
  readonly copiesTo: string | null
  /** Where the adult who needs care lives, where that was found out after the decision. */
  readonly established: Responsibility | null
  readonly establishedOn: IsoDate | null
  readonly establishedByName: string | null
  /** The second look for which it was made anew, and who may not make or sign it. */
  readonly secondLookId: string | null
  readonly notBy: readonly string[]
  readonly version: number
}

type Answered = Pick<Determination, 'kind' | 'eligible' | 'answer'>

/** `Eligible for support`, or what its own law calls the answer, as a heading and a list say it. */
export function answerInWords({ kind, eligible, answer }: Answered): string {
  if (kind === 'adult_carer') return eligible === true ? 'Eligible for support' : 'Not eligible'
  return answer === null ? 'Not answered yet' : outcomeIn(kind, answer).text
}

/** The same as the carer's own page says it. */
export function answerForCarer({ kind, eligible, answer }: Answered): string {
  if (kind === 'adult_carer')
    return eligible === true ? 'You can have support' : 'Our decision and our advice'
  return answer === null ? 'Our decision' : outcomeIn(kind, answer).short
}

/**
 * Whether written advice must go with it: Care Act 2014 s.13(5) where no need is eligible, and s.61
 * and s.64 with whatever is expected after an eighteenth birthday. Others may have it.
 */
export function owesAdvice({ kind, eligible }: Pick<Determination, 'kind' | 'eligible'>): boolean {
  return kind === 'transition' || (kind === 'adult_carer' && eligible === false)
}

/** Whether there can be written advice with it at all: not with a yes. */
export function mayAdvise(determination: Answered): boolean {
  const { kind, eligible, answer } = determination
  if (kind === 'adult_carer') return eligible === false
  return answer !== null && answer !== 'support'
}

/** Whose responsibility it is as far as is known by now: s.13(4)(b). */
export function responsibilityOf({
  established,
  responsibility,
}: Pick<Determination, 'established' | 'responsibility'>): Responsibility | null {
  return established ?? responsibility
}

/** The day on which it came to hold: with the countersignature where one was needed. */
export function decidedDay({
  countersignedOn,
  decidedOn,
}: Pick<Determination, 'countersignedOn' | 'decidedOn'>): IsoDate | null {
  return countersignedOn ?? decidedOn
}

/**
 * Why the decision letter cannot be sent now, in words; null where it can: not before it is decided,
 * and not without the written advice that is owed.
 */
export function whyNotSendable(
  determination: Pick<
    Determination,
    'state' | 'kind' | 'eligible' | 'adviceReduce' | 'advicePrevent' | 'sentAt'
  >,
): string | null {
  if (determination.sentAt !== null) return 'This decision has been sent.'
  if (determination.state === 'to_countersign')
    return 'The council has to countersign this decision before it can be sent.'
  if (determination.state !== 'decided') return 'There is no decision to send yet.'
  if (!owesAdvice(determination)) return null
  const lacking = [
    determination.adviceReduce ? null : 'what can be done to meet or reduce the needs',
    determination.advicePrevent ? null : 'what can be done to prevent or delay needs',
  ].filter((words) => words !== null)
  if (lacking.length === 0) return null
  const [what, ref] =
    determination.kind === 'transition'
      ? ['What is expected after an eighteenth birthday', 's.61, s.64']
      : ['A letter that says not eligible', 's.13(5)']
  return `${what} cannot go without written advice on ${lacking.join(' and ')} (Care Act 2014 ${ref}).`
}
