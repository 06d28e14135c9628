import { inWords, isoDate } from '#platform/lib/dates.ts'
import { pounds } from '#platform/lib/money.ts'
import { phoneFrom, phoneInWords } from '#platform/lib/phone.ts'
import { frequencies } from '#support/payments/payment.ts'
import type { Plan, PlanPayment } from './plan.ts'

/** `£300, once`. */
export function paymentInWords({
  amountPence,
  frequency,
}: Pick<PlanPayment, 'amountPence' | 'frequency'>): string {
  return `${pounds(amountPence)}, ${frequencies[frequency].toLowerCase()}`
}

/** A telephone number as people write them; whatever else was typed beside it stays as it was. */
export function dialled(typed: string): string {
  const number = /^[\d\s+()-]+$/.test(typed) ? phoneFrom(typed) : null
  return number === null ? typed : phoneInWords(number)
}

/** How a plan stands, in a few words: `agreed on 3 April 2018`. */
export function planStanding(
  plan: Pick<Plan, 'state' | 'startedOn' | 'agreedOn' | 'endedOn'>,
): string {
  switch (plan.state) {
    case 'draft':
      return `being written since ${inWords(isoDate(plan.startedOn))}`
    case 'agreed':
      return `agreed on ${inWords(isoDate(plan.agreedOn ?? plan.startedOn))}`
    case 'replaced':
      return 'replaced by a newer plan'
    case 'ended':
      return `ended on ${inWords(isoDate(plan.endedOn ?? plan.startedOn))}`
  }
}
