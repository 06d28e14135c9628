import type { IsoDate } from '#platform/lib/dates.ts'

/** Which carer is assessed, and so under which law. */
export const assessmentKinds = ['adult_carer', 'parent_carer', 'young_carer', 'transition'] as const
export type AssessmentKind = (typeof assessmentKinds)[number]

export const kindNames: Readonly<Record<AssessmentKind, string>> = {
  adult_carer: "Carer's assessment",
  parent_carer: "Parent carer's assessment",
  young_carer: "Young carer's assessment",
  transition: 'Transition assessment',
}

export type AssessmentState = 'asked' | 'begun' | 'completed' | 'declined' | 'refused' | 'withdrawn'

export const stateNames: Readonly<Record<AssessmentState, string>> = {
  asked: 'Asked for',
  begun: 'Begun',
  completed: 'Completed',
  declined: 'Declined by the carer',
  refused: 'Refused by the carer',
  withdrawn: 'Withdrawn',
}

/**
 * What may be done in each state, and what becomes of it. What was held elsewhere is recorded rather
 * than completed. A completed assessment is never reopened.
 */
export const steps = [
  { from: 'asked', action: 'begin', to: 'begun' },
  { from: 'asked', action: 'decline', to: 'declined' },
  { from: 'asked', action: 'refuse', to: 'refused' },
  { from: 'asked', action: 'withdraw', to: 'withdrawn' },
  { from: 'asked', action: 'record', to: 'completed' },
  { from: 'begun', action: 'complete', to: 'completed' },
  { from: 'begun', action: 'record', to: 'completed' },
  { from: 'begun', action: 'decline', to: 'declined' },
  { from: 'begun', action: 'refuse', to: 'refused' },
  { from: 'begun', action: 'withdraw', to: 'withdrawn' },
] as const satisfies readonly { from: AssessmentState; action: string; to: AssessmentState }[]

export type AssessmentAction = (typeof steps)[number]['action']

/** The state that an action leads to, or null where it cannot be done now. */
export function after(state: AssessmentState, action: AssessmentAction): AssessmentState | null {
  return steps.find((step) => step.from === state && step.action === action)?.to ?? null
}

/** Whether it is still waited for. */
export function isOpen(state: AssessmentState): boolean {
  return state === 'asked' || state === 'begun'
}

export type Assessment = {
  readonly id: string
  readonly reference: string | null
  readonly personId: string
  readonly organisationId: number
  readonly assessorId: string | null
  readonly assessorName: string | null
  readonly kind: AssessmentKind
  readonly method: string | null
  readonly combined: boolean
  readonly state: AssessmentState
  readonly askedOn: IsoDate | null
  readonly askedWhere: string | null
  readonly informationSentOn: IsoDate | null
  readonly begunOn: IsoDate | null
  readonly completedOn: IsoDate | null
  readonly closedOn: IsoDate | null
  /** A code of `assessment-endings`. */
  readonly closedReason: string | null
  readonly closedWords: string | null
  /** The cared-for person's own, where this one is combined with it. */
  readonly combinedReference: string | null
  readonly combinedOn: IsoDate | null
  readonly combinedAuthority: string | null
  readonly combinedCarerOn: IsoDate | null
  readonly combinedCaredForOn: IsoDate | null
  readonly outcome: string | null
  readonly formVersion: string | null
  /** It came in with an import: another system held it, and what followed. */
  readonly fromElsewhere: boolean
  readonly version: number
}
