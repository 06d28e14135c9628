import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { updateAsCancelled } from '#support/payments/payments.sql.ts'
import { deleteOpenReviews } from '#support/diary/reviews.sql.ts'
import type { WholePlan } from './plan.ts'
import { updateAsEnded } from './plans.sql.ts'

/**
 * Ends a plan or gives up a draft: reviews to come are dropped, what is only proposed and what goes
 * on is cancelled; a one-off payment that was promised is still paid.
 */
export async function endPlan(
  tx: Tx,
  of: { readonly whole: WholePlan; readonly on: IsoDate; readonly reason: string },
): Promise<void> {
  const { plan, payments } = of.whole
  for (const { id, state, version, frequency } of payments) {
    const promised = plan.state !== 'draft' && frequency === 'once' && state !== 'proposed'
    if (state === 'cancelled' || promised) continue
    const reason = plan.state === 'draft' ? 'The draft was given up' : 'The plan ended'
    await updateAsCancelled(tx, { id, version, from: state, on: of.on, reason })
  }
  await deleteOpenReviews(tx, plan.id)
  await updateAsEnded(tx, { id: plan.id, on: of.on, reason: of.reason })
}
