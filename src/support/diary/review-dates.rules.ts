// Care Act 2014 s.27 (in force from 1 April 2015): plans are kept under general review, and reviewed on
// reasonable request. Care and support statutory guidance, chapter 13: first planned review six to eight
// weeks after sign-off, then no later than every 12 months. SI 2014/2871 reg 7(1)(a): direct payments at
// least once within the first six months, then at intervals not exceeding 12 months.
import {
  addDays,
  addMonths,
  dayInWords,
  daysBetween,
  inWords,
  type IsoDate,
} from '#platform/lib/dates.ts'
import type { ReviewKind } from './review.ts'

export type ReviewDates = {
  readonly kind: ReviewKind
  /** The first day on which the review makes sense; null where it may be held at any time. */
  readonly dueFrom: IsoDate | null
  /** The last day on which it is in time. */
  readonly dueOn: IsoDate
  readonly ref: string
}

const guidance = 'Care and support statutory guidance, chapter 13'
const directPayments = 'SI 2014/2871 reg 7(1)(a)'

/** A review that was asked for is held within four weeks unless the authority says otherwise. */
export const daysToAnswerRequest = 28

/** The first review of a plan that was agreed on a day: six to eight weeks later. */
export function firstReview(agreedOn: IsoDate): ReviewDates {
  return {
    kind: 'first',
    dueFrom: addDays(agreedOn, 42),
    dueOn: addDays(agreedOn, 56),
    ref: guidance,
  }
}

/** The review after one that was held: within 12 months of it. */
export function yearlyReview(lastReviewedOn: IsoDate): ReviewDates {
  return { kind: 'yearly', dueFrom: null, dueOn: addMonths(lastReviewedOn, 12), ref: guidance }
}

/** A review because the carer or someone for them asked, or something changed: s.27(1)(b), (4). */
export function reviewOnRequest(
  askedOn: IsoDate,
  kind: 'asked_for' | 'change',
  days = daysToAnswerRequest,
): ReviewDates {
  return { kind, dueFrom: null, dueOn: addDays(askedOn, days), ref: 'Care Act 2014 s.27(1)(b)' }
}

export type DirectPaymentStanding = {
  readonly firstPaidOn: IsoDate
  readonly lastReviewedOn: IsoDate | null
  /** Whether money still goes out: a one-off payment needs no second review. */
  readonly ongoing: boolean
}

/** The next review of a direct payment: within six months of the first payment, then every 12; null after a one-off's. */
export function directPaymentReview(standing: DirectPaymentStanding): ReviewDates | null {
  const kind = 'direct_payment'
  if (standing.lastReviewedOn === null) {
    return { kind, dueFrom: null, dueOn: addMonths(standing.firstPaidOn, 6), ref: directPayments }
  }
  if (!standing.ongoing) return null
  return { kind, dueFrom: null, dueOn: addMonths(standing.lastReviewedOn, 12), ref: directPayments }
}

export type ReviewStanding = {
  readonly state: 'later' | 'due' | 'overdue'
  /** As a worker reads it: `12 days overdue`, `Due today`, `Due by Friday 6 April 2018`. */
  readonly words: string
}

/** How a review that is not yet held stands on a day. */
export function reviewStanding(
  review: { readonly dueFrom: IsoDate | null; readonly dueOn: IsoDate },
  today: IsoDate,
): ReviewStanding {
  const late = daysBetween(review.dueOn, today)
  if (late > 0) return { state: 'overdue', words: `${late} ${late === 1 ? 'day' : 'days'} overdue` }
  if (late === 0) return { state: 'due', words: 'Due today' }
  const from = review.dueFrom ?? addDays(review.dueOn, -daysToPrepare)
  if (today >= from) return { state: 'due', words: `Due by ${dayInWords(review.dueOn)}` }
  const by = inWords(review.dueOn)
  const words = review.dueFrom === null ? `By ${by}` : `Between ${inWords(from)} and ${by}`
  return { state: 'later', words }
}

/** A review without a first day comes onto the list four weeks before it is due. */
const daysToPrepare = 28

/** The last due day of reviews without a first day that are on the list today. */
export function listedUpTo(today: IsoDate): IsoDate {
  return addDays(today, daysToPrepare)
}
