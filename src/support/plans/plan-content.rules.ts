// Care Act 2014 s.25(1), (2) and s.20(1)(c), in force from 1 April 2015: what a support plan must hold.
// Plans of young carers and parent carers rest on the Children Act 1989 (s.17ZC, s.17ZF) and s.25 does
// not govern them; goals, dates and contingency are the strategy's and good practice, for everyone.
import { pounds } from '#platform/lib/money.ts'
import { needsManager, type PaymentLimits } from '#support/payments/payment-limits.rules.ts'
import { budgetFaults, planCosts } from './budget.rules.ts'
import type { PlanKind, PlanNeed, WholePlan } from './plan.ts'

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
  /** The plan cannot be agreed until it is mended; otherwise it is only good practice. */
  readonly blocks: boolean
}

type Check = {
  readonly part: PlanPart
  readonly ref: string
  readonly kinds: readonly PlanKind[]
  readonly blocks: boolean
  readonly faults: (whole: WholePlan, limits: PaymentLimits) => readonly string[]
}

const everyone = ['adult_carer', 'parent_carer', 'young_carer'] as const
const underTheCareAct = ['adult_carer'] as const

const checks: readonly Check[] = [
  {
    part: 'needs',
    ref: 's.25(1)(a)',
    kinds: underTheCareAct,
    blocks: true,
    faults: assessmentMissing,
  },
  { part: 'needs', ref: 's.25(1)(a)', kinds: everyone, blocks: true, faults: needsMissing },
  {
    part: 'needs',
    ref: 's.25(1)(b)',
    kinds: underTheCareAct,
    blocks: true,
    faults: eligibilityMissing,
  },
  { part: 'goals', ref: 's.10(5)(d)', kinds: everyone, blocks: true, faults: goalsMissing },
  { part: 'support', ref: 's.25(1)(c)', kinds: underTheCareAct, blocks: true, faults: needsUnmet },
  { part: 'support', ref: 's.25(1)(c)', kinds: everyone, blocks: true, faults: supportMissing },
  {
    part: 'support',
    ref: 's.20(1)(c)',
    kinds: underTheCareAct,
    blocks: true,
    faults: caredForNotAgreed,
  },
  { part: 'support', ref: 'Good practice', kinds: everyone, blocks: false, faults: datesMissing },
  {
    part: 'money',
    ref: 's.25(2)(a)',
    kinds: underTheCareAct,
    blocks: true,
    faults: directPaymentForNothing,
  },
  { part: 'money', ref: 's.25(2)(b)', kinds: everyone, blocks: true, faults: amountsMissing },
  {
    part: 'money',
    ref: 'Scheme of delegation',
    kinds: everyone,
    blocks: true,
    faults: managerToAgree,
  },
  {
    part: 'budget',
    ref: 's.25(1)(e), s.26(1)',
    kinds: underTheCareAct,
    blocks: true,
    faults: budgetMissing,
  },
  {
    part: 'matters',
    ref: 's.25(1)(d)',
    kinds: underTheCareAct,
    blocks: true,
    faults: mattersMissing,
  },
  {
    part: 'advice',
    ref: 's.25(1)(f)(i)',
    kinds: underTheCareAct,
    blocks: true,
    faults: adviceToReduceMissing,
  },
  {
    part: 'advice',
    ref: 's.25(1)(f)(ii)',
    kinds: underTheCareAct,
    blocks: true,
    faults: adviceToPreventMissing,
  },
  {
    part: 'contingency',
    ref: 'Good practice',
    kinds: everyone,
    blocks: false,
    faults: contingencyMissing,
  },
]

/** All that a plan still lacks, in the order of its page; each with the law and in words. */
export function planFaults(whole: WholePlan, limits: PaymentLimits): readonly PlanFault[] {
  return checks
    .filter((check) => check.kinds.includes(whole.plan.kind))
    .flatMap(({ part, ref, blocks, faults }) =>
      faults(whole, limits).map((words) => ({ part, ref, words, blocks })),
    )
}

/** Whether nothing stands in the way of agreeing the plan. */
export function canBeAgreed(faults: readonly PlanFault[]): boolean {
  return faults.every((fault) => !fault.blocks)
}

function assessmentMissing({ plan }: WholePlan): readonly string[] {
  return missing(
    plan.assessmentId === null,
    "Choose the carer's assessment that this plan rests on",
  )
}

function needsMissing({ needs }: WholePlan): readonly string[] {
  return missing(needs.length === 0, 'Add the needs that the assessment found')
}

function eligibilityMissing({ needs }: WholePlan): readonly string[] {
  return needs
    .filter((need) => need.eligible === null)
    .map((need) => `Say whether this need meets the eligibility criteria: “${need.need}”`)
}

function goalsMissing({ goals }: WholePlan): readonly string[] {
  if (goals.length === 0) return ['Add a goal in the carer’s own words']
  return goals
    .filter((goal) => goal.answerBefore === null)
    .map((goal) => `Ask how often the carer can say this now: “${goal.words}”`)
}

function needsUnmet({ needs, actions, payments }: WholePlan): readonly string[] {
  const met = new Set([
    ...actions.map((action) => action.needId),
    ...payments
      .filter((payment) => payment.state !== 'cancelled')
      .flatMap((payment) => payment.needIds),
  ])
  return needs
    .filter((need) => need.eligible === true && !met.has(need.id))
    .map(
      (need) => `Say how this need will be met, with support or a direct payment: “${need.need}”`,
    )
}

function supportMissing({ actions, payments }: WholePlan): readonly string[] {
  const none = actions.length === 0 && payments.every((payment) => payment.state === 'cancelled')
  return missing(none, 'Add what will be done, by whom and by when')
}

function caredForNotAgreed({ actions }: WholePlan): readonly string[] {
  return actions
    .filter((action) => action.target === 'cared_for' && action.caredForAgreed !== true)
    .map((action) =>
      action.caredForAgreed === false
        ? `The person looked after did not agree to this, so it cannot be in the plan: “${action.action}”`
        : `Ask the person looked after whether they agree to this: “${action.action}”`,
    )
}

function datesMissing({ actions }: WholePlan): readonly string[] {
  return actions
    .filter((action) => action.dueOn === null)
    .map((action) => `Say by when this will be done: “${action.action}”`)
}

function directPaymentForNothing({ needs, payments }: WholePlan): readonly string[] {
  const eligible = new Set(
    needs.filter((need: PlanNeed) => need.eligible === true).map((need) => need.id),
  )
  return payments
    .filter((payment) => payment.basis === 'direct_payment' && payment.state !== 'cancelled')
    .filter((payment) => !payment.needIds.some((id) => eligible.has(id)))
    .map(
      (payment) =>
        `Say which eligible need the direct payment of ${pounds(payment.amountPence)} meets; a payment that meets none is a prevention grant`,
    )
}

function amountsMissing({ payments }: WholePlan): readonly string[] {
  return payments
    .filter((payment) => payment.amountPence <= 0)
    .map((payment) => `Enter the amount of the payment for “${payment.purpose}”`)
}

function managerToAgree({ payments }: WholePlan, limits: PaymentLimits): readonly string[] {
  return payments
    .filter((payment) => payment.state === 'proposed' && needsManager(payment, limits))
    .map(
      (payment) =>
        `A manager must first agree the payment of ${pounds(payment.amountPence)} for “${payment.purpose}”`,
    )
}

function budgetMissing({ plan, actions, payments }: WholePlan): readonly string[] {
  return budgetFaults(plan, planCosts(actions, payments))
}

function mattersMissing({ plan }: WholePlan): readonly string[] {
  return missing(
    plan.matters.length === 0,
    'Say what the support could help with: caring, wellbeing, work, learning or free time',
  )
}

function adviceToReduceMissing({ plan }: WholePlan): readonly string[] {
  return missing(
    blank(plan.adviceReduce),
    'Write the advice on what can be done to meet or reduce the needs',
  )
}

function adviceToPreventMissing({ plan }: WholePlan): readonly string[] {
  return missing(
    blank(plan.advicePrevent),
    'Write the advice on what can be done to prevent or delay needs in future',
  )
}

function contingencyMissing({ plan: { contingency } }: WholePlan): readonly string[] {
  const arranged = (contingency.people ?? []).length > 0 || !blank(contingency.facts)
  return missing(
    !arranged && contingency.declined !== true,
    'Ask who would step in if the carer could not',
  )
}

function missing(when: boolean, words: string): readonly string[] {
  return when ? [words] : []
}

function blank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === ''
}
