import type { Tx } from '#platform/db/database.ts'
import { basisOf } from '#support/payments/payment-limits.rules.ts'
import { updateProposed } from '#support/payments/payments.sql.ts'
import { getWholePlan } from './plan-lines.sql.ts'
import type { PlanPayment, WholePlan } from './plan.ts'

/** Names each proposed payment of a draft by what it meets now, after a need changed. */
export async function settleBases(tx: Tx, planId: string): Promise<void> {
  const whole = await getWholePlan(tx, planId)
  for (const payment of whole.payments.filter(({ state }) => state === 'proposed')) {
    const basis = basisIn(whole, payment.needIds)
    if (basis === payment.basis) continue
    const { amountPence, frequency, purpose, needIds } = payment
    await updateProposed(tx, payment, { basis, amountPence, frequency, purpose, needIds })
  }
}

/** What a payment is called in this plan that is for these of its needs. */
export function basisIn(whole: WholePlan, needIds: readonly string[]): PlanPayment['basis'] {
  return basisOf(
    whole.needs.filter(({ id }) => needIds.includes(id)),
    whole.plan.kind,
  )
}
