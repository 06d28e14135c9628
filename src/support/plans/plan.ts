import type { Responsibility } from '#assess/eligibility/responsible-authority.rules.ts'
import type { Duty } from '#platform/access/duties.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Pence } from '#platform/lib/money.ts'
import type { Payment, PlanKind } from '#support/payments/payment.ts'

export type { PlanKind }

export type PlanState = 'draft' | 'agreed' | 'replaced' | 'ended'

/** A support plan, one number of it. Money in pence. */
export type Plan = {
  readonly id: string
  readonly reference: string
  readonly number: number
  readonly personId: string
  readonly organisationId: number
  readonly assessmentId: string | null
  readonly determinationId: string | null
  readonly workerId: string | null
  readonly kind: PlanKind
  readonly state: PlanState
  readonly startedOn: IsoDate
  readonly agreedOn: IsoDate | null
  readonly agreedBy: string | null
  readonly agreedHow: AgreedHow | null
  readonly involved: string | null
  readonly copiesTo: string | null
  readonly budgetPence: Pence | null
  readonly personPaysPence: Pence | null
  readonly authorityPaysPence: Pence | null
  readonly matters: readonly string[]
  readonly adviceReduce: string | null
  readonly advicePrevent: string | null
  readonly contingency: Contingency
  readonly endedOn: IsoDate | null
  readonly endReason: string | null
  readonly sentAt: string | null
  readonly sentAs: string | null
  readonly version: number
}

export type PlanNeed = {
  readonly id: string
  readonly need: string
  /** Null until someone says whether it meets the criteria. */
  readonly eligible: boolean | null
  readonly outcomeId: string | null
  readonly continuesId?: Continues
  readonly version: number
}

/** The line of the former number of the plan that a line goes on from; null where it is new. */
export type Continues = string | null

export type PlanGoal = {
  readonly id: string
  readonly words: string
  readonly iStatement: string
  readonly answerBefore: HowOften | null
  readonly answerAfter: HowOften | null
  readonly met: boolean | null
  readonly continuesId?: Continues
  readonly version: number
}

/** A line of the plan: something that will be done, for the carer or for the person they look after. */
export type PlanAction = {
  readonly id: string
  readonly needId: string | null
  /** The goal that it serves. */
  readonly goalId: string | null
  readonly action: string
  readonly target: 'carer' | 'cared_for'
  /** Null: not asked yet, or not needed. */
  readonly caredForAgreed: boolean | null
  readonly caredForAskedOn: IsoDate | null
  readonly caredForAgreedHow: string | null
  readonly owner: string
  readonly dueOn: IsoDate | null
  readonly doneOn: IsoDate | null
  readonly startsOn: IsoDate | null
  /** When this line is looked at again; null: with the rest of the plan. */
  readonly reviewOn: IsoDate | null
  /** Who provides it: an organisation, a neighbour, a club of the place. */
  readonly provider: string | null
  /** What it costs in the first year. */
  readonly costPence: Pence | null
  /** Null in plans from before this was asked, whose costs are the council's. */
  readonly paidBy: Payer | null
  readonly continuesId?: Continues
  readonly version: number
}

/** Money in the plan, as the plan must tell of it. */
export type PlanPayment = Pick<
  Payment,
  | 'id'
  | 'basis'
  | 'amountPence'
  | 'frequency'
  | 'purpose'
  | 'needIds'
  | 'state'
  | 'agreedOn'
  | 'version'
>

export type Contingency = {
  readonly people?: readonly ContingencyPerson[]
  /** What whoever steps in must know: keys, medicines, routines. */
  readonly facts?: string
  /** The carer was asked and wants no arrangements. */
  readonly declined?: boolean
}

export type ContingencyPerson = {
  readonly name: string
  readonly relationship: string
  readonly phone: string
  /** Whether this person has said that they will step in. */
  readonly agreed: boolean
}

/** A plan with everything under it. */
export type WholePlan = {
  readonly plan: Plan
  readonly needs: readonly PlanNeed[]
  readonly goals: readonly PlanGoal[]
  readonly actions: readonly PlanAction[]
  readonly payments: readonly PlanPayment[]
  /** Whose responsibility the decision is that it rests on; absent where there is none. */
  readonly responsibility?: Responsibility | null
}

export const howOften = {
  always: 'Always',
  most_of_the_time: 'Most of the time',
  some_of_the_time: 'Some of the time',
  never: 'Never',
} as const
export type HowOften = keyof typeof howOften

export const payers = {
  council: 'The council',
  carer: 'The carer',
  cared_for: 'The person they look after',
  nhs: 'The NHS',
  someone_else: 'A charity or someone else',
  free: 'Nobody: it is free',
} as const
export type Payer = keyof typeof payers

export const agreedHows = {
  in_person: 'Face to face',
  telephone: 'On the telephone',
  video: 'By video call',
  in_writing: 'In writing',
  online: 'Online, signed in',
} as const
export type AgreedHow = keyof typeof agreedHows

export const planStates: Record<PlanState, string> = {
  draft: 'Being written',
  agreed: 'Agreed',
  replaced: 'Replaced',
  ended: 'Ended',
}

/** Those who may write a support plan and agree it with the carer. */
export const planners = [
  'assessor',
  'key_worker',
  'manager',
  'council_practitioner',
] as const satisfies readonly Duty[]

export type PlanStep = 'agree' | 'replace' | 'end'

const steps: readonly {
  readonly step: PlanStep
  readonly from: PlanState
  readonly to: PlanState
}[] = [
  { step: 'agree', from: 'draft', to: 'agreed' },
  { step: 'replace', from: 'agreed', to: 'replaced' },
  { step: 'end', from: 'agreed', to: 'ended' },
  { step: 'end', from: 'draft', to: 'ended' },
]

/** Where a step leads from a state, or null where it cannot be taken. */
export function afterStep(from: PlanState, step: PlanStep): PlanState | null {
  return steps.find((row) => row.from === from && row.step === step)?.to ?? null
}

/** The number in words that tells one version from another: `PLN-7F3KM-9, plan 2`. */
export function planName(plan: Pick<Plan, 'reference' | 'number'>): string {
  return `${plan.reference}, plan ${plan.number}`
}
