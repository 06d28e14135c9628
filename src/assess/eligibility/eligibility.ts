/** What was found out about an adult carer, and what the regulations make of it. */

export const conditionIds = ['C1', 'C2', 'C3'] as const
export type ConditionId = (typeof conditionIds)[number]

export const outcomeIds = ['O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8'] as const
export type OutcomeId = (typeof outcomeIds)[number]

/** The ways of being unable to achieve an outcome. Adults with care needs have a fourth; carers have these three. */
export const limbIds = ['U1', 'U2', 'U3'] as const
export type LimbId = (typeof limbIds)[number]

export const domainIds = ['W_a', 'W_b', 'W_c', 'W_d', 'W_e', 'W_f', 'W_g', 'W_h', 'W_i'] as const
export type DomainId = (typeof domainIds)[number]

/** What a piece of evidence may be about. */
export const evidenceIds = [...conditionIds, 'C2a', ...outcomeIds] as const
export type EvidenceId = (typeof evidenceIds)[number]

/**
 * The assessor's findings. An outcome without a limb, or not named, is achieved. Whatever comes
 * after the first condition that is not met need not have been asked, and may be absent.
 */
export type Findings = {
  readonly C1?: boolean | undefined
  readonly C2a?: boolean | undefined
  readonly outcomes?: Readonly<Partial<Record<OutcomeId, readonly LimbId[]>>> | undefined
  readonly C3?: boolean | undefined
  /** The parts of wellbeing on which the impact is significant. */
  readonly wellbeing?: readonly DomainId[] | undefined
  readonly evidence?: Readonly<Partial<Record<EvidenceId, string>>> | undefined
}

/** Part of a condition: the health limb, one outcome, or one part of wellbeing. */
export type StepPart = {
  readonly id: 'C2a' | OutcomeId | DomainId
  readonly ref: string
  readonly title: string
  readonly met: boolean
  readonly reason: string
  readonly evidence?: string
  /** Of an outcome: the ways in which the carer is unable to achieve it. */
  readonly limbs?: readonly LimbId[]
}

/** One condition: whether it is met, by which rule, why, and on what evidence. */
export type Step = {
  readonly id: ConditionId
  readonly ref: string
  readonly met: boolean
  readonly reason: string
  readonly evidence?: string
  readonly parts?: readonly StepPart[]
}

/** The conditions in the law's order, up to the first that is not met. */
export type Eligibility = { readonly eligible: boolean; readonly steps: readonly Step[] }
