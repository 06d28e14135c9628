// Care Act 2014 s.26(1), personal budget, and s.14(3), in force from 1 April 2015.
import { pounds, type Pence } from '#platform/lib/money.ts'
import { firstYear } from '#support/payments/payment-limits.rules.ts'
import type { PlanAction, PlanPayment } from './plan.ts'

export type Budget = {
  /** s.26(1)(a): the cost to the authority of meeting the needs. */
  readonly budgetPence: Pence | null
  /** s.26(1)(b): what the carer must pay towards it after a financial assessment. */
  readonly personPaysPence: Pence | null
  /** s.26(1)(c): what the authority pays. */
  readonly authorityPaysPence: Pence | null
}

export type PlanCosts = {
  /** What the lines for the carer that the council pays and the direct payments cost in the first year: the personal budget. */
  readonly carer: Pence
  /** Care for the person looked after belongs to that person's budget; it is never charged to the carer. */
  readonly caredFor: Pence
  /** Prevention grants meet no assessed eligible need, so they stand outside the budget. */
  readonly grants: Pence
}

/** Adds up a plan's lines and payments, in pence. */
export function planCosts(
  actions: readonly Pick<PlanAction, 'target' | 'costPence' | 'paidBy'>[],
  payments: readonly Pick<PlanPayment, 'basis' | 'amountPence' | 'frequency' | 'state'>[],
): PlanCosts {
  const live = payments.filter((payment) => payment.state !== 'cancelled')
  const paid = (basis: PlanPayment['basis']) =>
    sum(live.filter((one) => one.basis === basis).map(firstYear))
  // What others pay is no cost to the authority, and s.26(1)(a) counts that alone.
  const byCouncil = actions.filter(({ paidBy }) => paidBy === null || paidBy === 'council')
  const lines = (target: PlanAction['target']) =>
    sum(byCouncil.filter((one) => one.target === target).map((one) => one.costPence ?? 0))
  return {
    carer: lines('carer') + paid('direct_payment'),
    caredFor: lines('cared_for'),
    grants: paid('prevention_grant'),
  }
}

/** What does not add up in a personal budget, in words; empty where it reconciles. */
export function budgetFaults(budget: Budget, costs: PlanCosts): readonly string[] {
  const { budgetPence: cost, personPaysPence: own, authorityPaysPence: balance } = budget
  if (cost === null || own === null || balance === null) {
    return [
      'Write down the personal budget: what the support costs, what the carer pays and what the council pays',
    ]
  }
  const faults: string[] = []
  if (own + balance !== cost) {
    faults.push(
      `What the carer pays (${pounds(own)}) and what the council pays (${pounds(balance)}) must come to the cost (${pounds(cost)})`,
    )
  }
  if (cost !== costs.carer) {
    faults.push(
      `The personal budget is ${pounds(cost)}, but the support and direct payments in the plan come to ${pounds(costs.carer)}`,
    )
  }
  return faults
}

function sum(amounts: readonly Pence[]): Pence {
  return amounts.reduce((total, amount) => total + amount, 0)
}
