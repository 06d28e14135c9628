import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { directPaymentReview } from '#support/diary/review-dates.rules.ts'
import { insertReview, listOpenReviews } from '#support/diary/reviews.sql.ts'
import type { Payment, PaymentStep } from './payment.ts'
import { updateAsAgreed, updateAsCancelled, updateAsPaid } from './payments.sql.ts'

export type TakenStep = {
  readonly actor: Actor
  readonly payment: Payment
  readonly step: PaymentStep
  /** The payment as it was seen. */
  readonly version: number
  readonly on: IsoDate
  /** Why, where it is cancelled. */
  readonly reason: string | null
}

/** Takes a payment one step on; false where somebody else was first. A first direct payment brings its review. */
export async function stepPayment(tx: Tx, taken: TakenStep): Promise<boolean> {
  const { payment, version, on, actor } = taken
  const move = { id: payment.id, from: payment.state, version, on }
  switch (taken.step) {
    case 'agree':
      return updateAsAgreed(tx, { ...move, by: actor.accountId })
    case 'cancel':
      return updateAsCancelled(tx, { ...move, reason: taken.reason ?? '' })
    case 'pay': {
      const paid = await updateAsPaid(tx, move)
      if (paid) await insertPaymentReview(tx, payment, on)
      return paid
    }
  }
}

/** SI 2014/2871 reg 7: within six months of the first payment; one that waits already covers a further payment. */
async function insertPaymentReview(tx: Tx, payment: Payment, paidOn: IsoDate): Promise<void> {
  const { planId, basis, personId, organisationId, proposedBy } = payment
  if (planId === null || basis !== 'direct_payment') return
  const open = await listOpenReviews(tx, planId)
  if (open.some(({ kind }) => kind === 'direct_payment')) return
  const due = directPaymentReview({
    firstPaidOn: paidOn,
    lastReviewedOn: null,
    ongoing: payment.kind === 'recurring',
  })
  if (due === null) return
  const [planned] = open
  const reviewerId = planned?.reviewerId ?? proposedBy
  const { kind, dueFrom, dueOn } = due
  await insertReview(tx, {
    id: newId(),
    planId,
    personId,
    organisationId,
    reviewerId,
    kind,
    dueFrom,
    dueOn,
  })
}
