// Care Act 2014 s.25(1), (2) and s.20(1)(c), in force from 1 April 2015: what a support plan must hold.
// Plans of young carers and parent carers rest on the Children Act 1989 (s.17ZC, s.17ZF) and s.25 does
// not govern them; goals, dates and contingency are the strategy's and good practice, for everyone.
import type { PaymentLimits } from '#support/payments/payment-limits.rules.ts'
import {
  adviceToPreventMissing,
  adviceToReduceMissing,
  amountsMissing,
  anotherCouncils,
  assessmentMissing,
  budgetMissing,
  caredForNotAgreed,
  contingencyMissing,
  datesMissing,
  directPaymentForNothing,
  eligibilityMissing,
  goalsMissing,
  managerToAgree,
  mattersMissing,
  needsMissing,
  needsUnmet,
  payerMissing,
  residenceUnknown,
  supportMissing,
  type Placed,
} from './plan-gaps.rules.ts'
import type { PlanKind, WholePlan } from './plan.ts'

/** The parts of a plan's page, to which each fault leads. */
export type PlanPart =
  | 'needs'
  | 'goals'
  | 'support'
  | 'money'
  | 'budget'
  | 'matters'
  | 'advice'
  | 'contingency'

export type PlanFault = {
  readonly part: PlanPart
  readonly ref: string
  /** What to do, as the worker reads it. */
  readonly words: string
  /** Where it is mended, under the plan's address: the page and its field, `advice#advicePrevent`. */
  readonly at: string
  /** The plan cannot be agreed until it is mended; otherwise it is only good practice. */
  readonly blocks: boolean
}

type Check = {
  readonly part: PlanPart
  readonly ref: string
  readonly kinds: readonly PlanKind[]
  readonly blocks: boolean
  /** Where it is mended, unless a fault says so itself. */
  readonly at: string
  readonly faults: (whole: WholePlan, limits: PaymentLimits) => readonly (string | Placed)[]
}

const everyone = ['adult_carer', 'parent_carer', 'young_carer'] as const
const underTheCareAct = ['adult_carer'] as const

const checks: readonly Check[] = [
  {
    part: 'needs',
    ref: 's.25(1)(a)',
    kinds: underTheCareAct,
    blocks: true,
    at: '#rests-on',
    faults: assessmentMissing,
  },
  {
    part: 'needs',
    ref: 's.13(4)(b), s.20(1)(a)',
    kinds: underTheCareAct,
    blocks: true,
    at: '#rests-on',
    faults: residenceUnknown,
  },
  {
    part: 'needs',
    ref: 's.20(1)(a), s.20(6)',
    kinds: underTheCareAct,
    blocks: false,
    at: '#rests-on',
    faults: anotherCouncils,
  },
  {
    part: 'needs',
    ref: 's.25(1)(a)',
    kinds: everyone,
    blocks: true,
    at: 'needs/new#need',
    faults: needsMissing,
  },
  {
    part: 'needs',
    ref: 's.25(1)(b)',
    kinds: underTheCareAct,
    blocks: true,
    at: '#needs',
    faults: eligibilityMissing,
  },
  {
    part: 'goals',
    ref: 's.10(5)(d)',
    kinds: everyone,
    blocks: true,
    at: 'goals/new#words',
    faults: goalsMissing,
  },
  {
    part: 'support',
    ref: 's.25(1)(c)',
    kinds: underTheCareAct,
    blocks: true,
    at: 'support/new#needId',
    faults: needsUnmet,
  },
  {
    part: 'support',
    ref: 's.25(1)(c)',
    kinds: everyone,
    blocks: true,
    at: 'support/new#action',
    faults: supportMissing,
  },
  {
    part: 'support',
    ref: 's.20(1)(c)',
    kinds: underTheCareAct,
    blocks: true,
    at: '#support',
    faults: caredForNotAgreed,
  },
  {
    part: 'support',
    ref: 'Good practice',
    kinds: everyone,
    blocks: false,
    at: '#support',
    faults: datesMissing,
  },
  {
    part: 'support',
    ref: 'Good practice',
    kinds: everyone,
    blocks: false,
    at: '#support',
    faults: payerMissing,
  },
  {
    part: 'money',
    ref: 's.25(2)(a)',
    kinds: underTheCareAct,
    blocks: true,
    at: '#money',
    faults: directPaymentForNothing,
  },
  {
    part: 'money',
    ref: 's.25(2)(b)',
    kinds: everyone,
    blocks: true,
    at: '#money',
    faults: amountsMissing,
  },
  {
    part: 'money',
    ref: 'Scheme of delegation',
    kinds: everyone,
    blocks: true,
    at: '#money',
    faults: managerToAgree,
  },
  {
    part: 'budget',
    ref: 's.25(1)(e), s.26(1)',
    kinds: underTheCareAct,
    blocks: true,
    at: 'budget#budgetPence',
    faults: budgetMissing,
  },
  {
    part: 'matters',
    ref: 's.25(1)(d)',
    kinds: underTheCareAct,
    blocks: true,
    at: 'advice#matters',
    faults: mattersMissing,
  },
  {
    part: 'advice',
    ref: 's.25(1)(f)(i)',
    kinds: underTheCareAct,
    blocks: true,
    at: 'advice#adviceReduce',
    faults: adviceToReduceMissing,
  },
  {
    part: 'advice',
    ref: 's.25(1)(f)(ii)',
    kinds: underTheCareAct,
    blocks: true,
    at: 'advice#advicePrevent',
    faults: adviceToPreventMissing,
  },
  {
    part: 'contingency',
    ref: 'Good practice',
    kinds: everyone,
    blocks: false,
    at: 'contingency#name1',
    faults: contingencyMissing,
  },
]

/** All that a plan still lacks, in the order of its page; each with the law and in words. */
export function planFaults(whole: WholePlan, limits: PaymentLimits): readonly PlanFault[] {
  return checks
    .filter((check) => check.kinds.includes(whole.plan.kind))
    .flatMap(({ part, ref, blocks, at, faults }) =>
      faults(whole, limits).map((fault) =>
        typeof fault === 'string'
          ? { part, ref, blocks, words: fault, at }
          : { part, ref, blocks, ...fault },
      ),
    )
}

/** Whether nothing stands in the way of agreeing the plan. */
export function canBeAgreed(faults: readonly PlanFault[]): boolean {
  return faults.every((fault) => !fault.blocks)
}
