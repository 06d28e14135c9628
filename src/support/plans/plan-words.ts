import { inWords, isoDate } from '#platform/lib/dates.ts'
import { pounds } from '#platform/lib/money.ts'
import { phoneFrom, phoneInWords } from '#platform/lib/phone.ts'
import { frequencies } from '#support/payments/payment.ts'
import { type Payer, payers, type Plan, type PlanAction, type PlanPayment } from './plan.ts'

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

/** What a line of support costs and who pays: `£480 a year, paid by the council`; null where it says neither. */
export function costInWords(
  { costPence, paidBy }: Pick<PlanAction, 'costPence' | 'paidBy'>,
  readBy: 'worker' | 'carer' = 'worker',
): string | null {
  if (paidBy === 'free') return 'free'
  if (costPence === null || costPence === 0) return null
  const by =
    paidBy === null
      ? ''
      : `, paid by ${lowered(readBy === 'carer' ? payersToCarer[paidBy] : payers[paidBy])}`
  return `${pounds(costPence)} a year${by}`
}

const payersToCarer: Readonly<Record<Payer, string>> = {
  ...payers,
  carer: 'you',
  cared_for: 'the person you look after',
}

/** When a line starts and is looked at again: `from 3 April 2018`; null where it says neither. */
export function daysInWords({
  startsOn,
  reviewOn,
}: Pick<PlanAction, 'startsOn' | 'reviewOn'>): string | null {
  const from = startsOn === null ? [] : [`from ${inWords(startsOn)}`]
  const again = reviewOn === null ? [] : [`looked at again on ${inWords(reviewOn)}`]
  return from.length + again.length === 0 ? null : [...from, ...again].join(', ')
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

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
