// Local scheme of delegation: who may let money go, and how much. An authority sets its own amounts in
// `authority.settings`.
import { pounds, type Pence } from '#platform/lib/money.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { firstYear, type PaymentLimits } from './payment-limits.rules.ts'
import type { Payment } from './payment.ts'

type Decider = { readonly duties: readonly string[]; readonly accountId: string | null }

/** Whether this duty may agree a payment of that size, counted over its first year. */
export function mayAgree(
  payment: Pick<Payment, 'amountPence' | 'frequency'>,
  actor: Decider,
  limits: PaymentLimits,
): Result<null, string> {
  const year = firstYear(payment)
  const most = highest(limits.agreeUpToPence, actor)
  if (year <= most) return ok(null)
  return refused(
    `You may agree payments of up to ${pounds(most)} a year, and this one comes to ${pounds(year)}. Ask somebody who may agree more`,
  )
}

export type RunToApprove = {
  readonly lines: number
  readonly sumPence: Pence
  readonly begunBy: string
}

/** Whether who looks may approve a run: above a limit never alone, and never above what their duty allows. */
export function mayApproveRun(
  run: RunToApprove,
  actor: Decider,
  limits: PaymentLimits,
): Result<null, string> {
  if (run.lines === 0) return refused('There is nothing to pay in this run')
  if (run.begunBy === actor.accountId && run.sumPence > limits.runAlonePence) {
    return refused(
      `Whoever gathers a run of more than ${pounds(limits.runAlonePence)} cannot also approve it. Ask a second person`,
    )
  }
  const most = highest(limits.runUpToPence, actor)
  if (run.sumPence <= most) return ok(null)
  return refused(
    `You may approve runs of up to ${pounds(most)}, and this one comes to ${pounds(run.sumPence)}. Ask somebody who may approve more`,
  )
}

function highest(byDuty: Readonly<Record<string, Pence>>, { duties }: Decider): Pence {
  return Math.max(0, ...duties.map((duty) => byDuty[duty] ?? 0))
}
