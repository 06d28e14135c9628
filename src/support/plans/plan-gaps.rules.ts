// Each looks for one thing that a support plan must or should hold; which law asks for it, and of whose
// plan, stands in plan-content.rules.ts.
import { pounds } from '#platform/lib/money.ts'
import { needsManager, type PaymentLimits } from '#support/payments/payment-limits.rules.ts'
import { budgetFaults, planCosts } from './budget.rules.ts'
import type { PlanNeed, WholePlan } from './plan.ts'

/** A fault of one line, mended in that line's own form. */
export type Placed = { readonly words: string; readonly at: string }

export function assessmentMissing({ plan }: WholePlan): readonly string[] {
  return missing(
    plan.assessmentId === null,
    "Choose the carer's assessment that this plan rests on",
  )
}

/** Care Act 2014 s.13(4)(b): where somebody's needs are eligible it has to be established. */
export function residenceUnknown({ responsibility }: WholePlan): readonly string[] {
  return missing(
    responsibility?.answer === 'unknown',
    'Find out where the adult who needs care lives, and say it on the decision: it decides which council must meet the needs',
  )
}

/** Where another council must, this one still may: s.20(6). The duty is said, and nothing is stopped. */
export function anotherCouncils({ responsibility }: WholePlan): readonly string[] {
  return missing(
    responsibility?.answer === 'another',
    `Agree with the other council who plans the support: ${responsibility?.reason ?? ''}`,
  )
}

export function needsMissing({ needs }: WholePlan): readonly string[] {
  return missing(needs.length === 0, 'Add the needs that the assessment found')
}

export function eligibilityMissing({ needs }: WholePlan): readonly Placed[] {
  return needs
    .filter((need) => need.eligible === null)
    .map(({ id, need }) => ({
      words: `Say whether this need meets the eligibility criteria: “${need}”`,
      at: `needs/${id}#eligible`,
    }))
}

export function goalsMissing({ goals }: WholePlan): readonly (string | Placed)[] {
  if (goals.length === 0) return ['Add a goal in the carer’s own words']
  return goals
    .filter((goal) => goal.answerBefore === null)
    .map(({ id, words }) => ({
      words: `Ask how often the carer can say this now: “${words}”`,
      at: `goals/${id}#answerBefore`,
    }))
}

export function needsUnmet({ needs, actions, payments }: WholePlan): readonly string[] {
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

export function supportMissing({ actions, payments }: WholePlan): readonly string[] {
  const none = actions.length === 0 && payments.every((payment) => payment.state === 'cancelled')
  return missing(none, 'Add what will be done, by whom and by when')
}

export function caredForNotAgreed({ actions }: WholePlan): readonly Placed[] {
  return actions
    .filter((action) => action.target === 'cared_for' && action.caredForAgreed !== true)
    .map(({ id, action, caredForAgreed }) => ({
      words:
        caredForAgreed === false
          ? `The person looked after did not agree to this, so it cannot be in the plan, and another way to meet the need has to be found (s.20(8)): “${action}”`
          : `Ask the person looked after whether they agree to this: “${action}”`,
      at: `support/${id}#agreed`,
    }))
}

export function datesMissing({ actions }: WholePlan): readonly Placed[] {
  return [
    ...actions
      .filter(({ dueOn }) => dueOn === null)
      .map(({ id, action }) => ({
        words: `Say by when this will be done: “${action}”`,
        at: `support/${id}#dueOn-day`,
      })),
    ...actions
      .filter(({ startsOn }) => startsOn === null)
      .map(({ id, action }) => ({
        words: `Say when this starts: “${action}”`,
        at: `support/${id}#startsOn-day`,
      })),
  ]
}

export function payerMissing({ actions }: WholePlan): readonly Placed[] {
  return actions
    .filter(({ costPence, paidBy }) => paidBy === null && (costPence ?? 0) > 0)
    .map(({ id, action }) => ({
      words: `Say who pays for this: “${action}”`,
      at: `support/${id}#paidBy`,
    }))
}

export function directPaymentForNothing({ needs, payments }: WholePlan): readonly Placed[] {
  const eligible = new Set(
    needs.filter((need: PlanNeed) => need.eligible === true).map((need) => need.id),
  )
  return payments
    .filter((payment) => payment.basis === 'direct_payment' && payment.state !== 'cancelled')
    .filter((payment) => !payment.needIds.some((id) => eligible.has(id)))
    .map(({ id, amountPence }) => ({
      words: `Say which eligible need the direct payment of ${pounds(amountPence)} meets; a payment that meets none is a prevention grant`,
      at: `payments/${id}#needIds`,
    }))
}

export function amountsMissing({ payments }: WholePlan): readonly Placed[] {
  return payments
    .filter((payment) => payment.amountPence <= 0)
    .map(({ id, purpose }) => ({
      words: `Enter the amount of the payment for “${purpose}”`,
      at: `payments/${id}#amountPence`,
    }))
}

export function managerToAgree({ payments }: WholePlan, limits: PaymentLimits): readonly string[] {
  return payments
    .filter((payment) => payment.state === 'proposed' && needsManager(payment, limits))
    .map(
      (payment) =>
        `A manager must first agree the payment of ${pounds(payment.amountPence)} for “${payment.purpose}”`,
    )
}

export function budgetMissing({ plan, actions, payments }: WholePlan): readonly string[] {
  return budgetFaults(plan, planCosts(actions, payments))
}

export function mattersMissing({ plan }: WholePlan): readonly string[] {
  return missing(
    plan.matters.length === 0,
    'Say what the support could help with: caring, wellbeing, work, learning or free time',
  )
}

export function adviceToReduceMissing({ plan }: WholePlan): readonly string[] {
  return missing(
    blank(plan.adviceReduce),
    'Write the advice on what can be done to meet or reduce the needs',
  )
}

export function adviceToPreventMissing({ plan }: WholePlan): readonly string[] {
  return missing(
    blank(plan.advicePrevent),
    'Write the advice on what can be done to prevent or delay needs in future',
  )
}

export function contingencyMissing({ plan: { contingency } }: WholePlan): readonly string[] {
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
