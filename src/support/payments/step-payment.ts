import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { Conflict } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { directPaymentReview } from '#support/diary/review-dates.rules.ts'
import { insertReview, listOpenReviews } from '#support/diary/reviews.sql.ts'
import { settleReturns } from './bank-returns.sql.ts'
import { deleteOpenLines, findRunOnItsWay, insertPaidByHand } from './instalments.sql.ts'
import type { Payment, PaymentStep } from './payment.ts'
import {
  getPaymentLimits,
  updateAsAgreed,
  updateAsCancelled,
  updateAsPaid,
} from './payments.sql.ts'
import { mayAgree } from './run.rules.ts'

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

const stale = 'Somebody else changed this payment first'

/** Takes a payment one step on, or says why not. A first direct payment brings its review. */
export async function stepPayment(tx: Tx, taken: TakenStep): Promise<Result<null, string>> {
  const { payment, version, on, actor } = taken
  const move = { id: payment.id, from: payment.state, version, on }
  switch (taken.step) {
    case 'agree': {
      const may = mayAgree(payment, actor, await getPaymentLimits(tx))
      if (!may.ok) return may
      return first(await updateAsAgreed(tx, { ...move, by: actor.accountId }))
    }
    case 'cancel': {
      const run = await findRunOnItsWay(tx, payment.id)
      if (run !== null)
        return refused(`Money is on its way in run ${run}. Wait until that run is marked as paid`)
      if (!(await updateAsCancelled(tx, { ...move, reason: taken.reason ?? '' })))
        return refused(stale)
      await deleteOpenLines(tx, payment.id)
      const words = taken.reason ?? 'Cancelled'
      await settleReturns(tx, actor, {
        paymentId: payment.id,
        number: null,
        as: 'cancelled',
        on,
        words,
      })
      return ok(null)
    }
    case 'pay': {
      const line = { id: newId(), paymentId: payment.id, number: 1, on }
      if (!(await insertPaidByHand(tx, line)))
        return refused('This payment stands in a payment run already, so it is paid there')
      if (!(await updateAsPaid(tx, move))) throw new Conflict(stale)
      await settleReturns(tx, actor, {
        paymentId: payment.id,
        number: 1,
        as: 'again',
        on,
        words: null,
      })
      await insertPaymentReview(tx, payment, on)
      return ok(null)
    }
  }
}

const first = (was: boolean): Result<null, string> => (was ? ok(null) : refused(stale))

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
