import { createHash } from 'node:crypto'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import {
  getPaymentLimits,
  listPaymentsOfPlan,
  updateAsAgreed as updatePaymentAsAgreed,
  updateAsCancelled as updatePaymentAsCancelled,
} from '#support/payments/payments.sql.ts'
import { firstReview } from '#support/diary/review-dates.rules.ts'
import {
  deleteOpenReviews,
  insertReview,
  updatePlanOfOpenReviews,
} from '#support/diary/reviews.sql.ts'
import { canBeAgreed, planFaults, type PlanFault } from './plan-content.rules.ts'
import { getWholePlan } from './plan-lines.sql.ts'
import { afterStep, type Plan, planName, type WholePlan } from './plan.ts'
import { lockPlan, type PlanAgreement, replaceAgreed, updateAsAgreed } from './plans.sql.ts'

export type NotAgreed =
  | { readonly because: 'changed' }
  | { readonly because: 'incomplete'; readonly faults: readonly PlanFault[] }

/**
 * Makes a draft the plan that holds: payments within the limits are agreed with it, the former number
 * is set aside, the first review goes onto the list. Refused where the plan lacks what the law asks
 * for, or is not what the carer was shown (`seen`). Sent twice it acts once.
 */
export async function agreePlan(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly id: string
    readonly seen: string
    readonly agreement: PlanAgreement
  },
): Promise<Result<Plan, NotAgreed>> {
  const locked = await lockPlan(tx, of.id)
  if (locked.state === 'agreed') return ok(locked)
  const whole = await getWholePlan(tx, of.id)
  if (afterStep(locked.state, 'agree') === null || planSeen(whole) !== of.seen) {
    return refused({ because: 'changed' })
  }
  const faults = planFaults(whole, await getPaymentLimits(tx))
  if (!canBeAgreed(faults)) return refused({ because: 'incomplete', faults })
  await setFormerAside(tx, whole.plan, of.agreement)
  await updateAsAgreed(tx, of.id, of.agreement)
  for (const payment of whole.payments.filter(({ state }) => state === 'proposed')) {
    const { id, version } = payment
    const by = of.actor.accountId
    await updatePaymentAsAgreed(tx, { id, version, from: 'proposed', on: of.agreement.on, by })
  }
  await insertFirstReview(tx, whole.plan, of.agreement)
  return ok(whole.plan)
}

/** What a plan said when it was looked at: two people agree to the same words or to none. */
export function planSeen(whole: WholePlan): string {
  const { plan, needs, goals, actions, payments } = whole
  const versions = [plan, ...needs, ...goals, ...actions, ...payments]
  const said = versions.map(({ id, version }) => `${id} ${version}`).join()
  return createHash('sha256').update(said).digest('base64url').slice(0, 16)
}

async function setFormerAside(tx: Tx, plan: Plan, agreement: PlanAgreement): Promise<void> {
  const former = await replaceAgreed(tx, plan.reference)
  if (former === undefined) return
  await deleteOpenReviews(tx, former.id, ['first', 'yearly'])
  await updatePlanOfOpenReviews(tx, former.id, plan.id)
  // A payment that goes on was put into the new plan; in the old one it stops.
  const reason = `Replaced by ${planName(plan)}`
  for (const { id, kind, state, version } of await listPaymentsOfPlan(tx, former.id)) {
    if (kind === 'one_off' || state === 'cancelled') continue
    await updatePaymentAsCancelled(tx, { id, from: state, version, on: agreement.on, reason })
  }
}

async function insertFirstReview(tx: Tx, plan: Plan, agreement: PlanAgreement): Promise<void> {
  const { kind, dueFrom, dueOn } = firstReview(agreement.on)
  await insertReview(tx, {
    id: newId(),
    planId: plan.id,
    personId: plan.personId,
    organisationId: plan.organisationId,
    reviewerId: plan.workerId,
    kind,
    dueFrom,
    dueOn,
  })
}
