import type { Duty } from '#platform/access/duties.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Pence } from '#platform/lib/money.ts'

export type PaymentState = 'proposed' | 'agreed' | 'paid' | 'cancelled'

/** A direct payment meets assessed eligible needs (Care Act s.31); anything else is a prevention grant (s.2). */
export type PaymentBasis = 'direct_payment' | 'prevention_grant'

/** The law that a plan, and what is paid under it, rests on: Care Act 2014 for adult carers, else Children Act 1989. */
export type PlanKind = 'adult_carer' | 'parent_carer' | 'young_carer'

export type Payment = {
  readonly id: string
  readonly personId: string
  readonly organisationId: number
  readonly planId: string | null
  readonly kind: 'one_off' | 'recurring'
  readonly basis: PaymentBasis
  readonly amountPence: Pence
  readonly frequency: Frequency
  readonly purpose: string
  /** The needs of the plan that it meets. */
  readonly needIds: readonly string[]
  readonly state: PaymentState
  readonly proposedOn: IsoDate | null
  readonly proposedBy: string | null
  readonly agreedOn: IsoDate | null
  readonly agreedBy: string | null
  readonly paidOn: IsoDate | null
  /** The first and last day on which it goes out; a payment that goes on waits for its first. */
  readonly startsOn: IsoDate | null
  readonly endsOn: IsoDate | null
  readonly cancelledOn: IsoDate | null
  readonly cancelReason: string | null
  readonly version: number
}

export const frequencies = {
  once: 'Once',
  weekly: 'Every week',
  every_four_weeks: 'Every four weeks',
  monthly: 'Every month',
  yearly: 'Every year',
} as const
export type Frequency = keyof typeof frequencies

export const paymentStates: Record<PaymentState, string> = {
  proposed: 'Put forward',
  agreed: 'Agreed, to be paid',
  paid: 'Paid',
  cancelled: 'Cancelled',
}

export const paymentBases: Record<PaymentBasis, string> = {
  direct_payment: 'Direct payment',
  prevention_grant: 'Prevention grant',
}

/** Those who may put forward a payment. */
export const payers = [
  'assessor',
  'key_worker',
  'manager',
  'council_practitioner',
] as const satisfies readonly Duty[]

export type PaymentStep = 'agree' | 'pay' | 'cancel'

type PaymentMove = {
  readonly step: PaymentStep
  readonly from: PaymentState
  readonly to: PaymentState
  readonly may: readonly Duty[]
  /** Only for payments that go on. */
  readonly onlyRecurring?: true
  /** Not by who put the payment forward: two people look at money. */
  readonly byAnother?: true
}

const deciders = ['manager', 'council_practitioner'] as const satisfies readonly Duty[]

const moves: readonly PaymentMove[] = [
  { step: 'agree', from: 'proposed', to: 'agreed', may: deciders, byAnother: true },
  { step: 'pay', from: 'agreed', to: 'paid', may: deciders },
  { step: 'cancel', from: 'proposed', to: 'cancelled', may: payers },
  { step: 'cancel', from: 'agreed', to: 'cancelled', may: deciders },
  { step: 'cancel', from: 'paid', to: 'cancelled', may: deciders, onlyRecurring: true },
]

/** The steps that someone may take with a payment as it stands, each with where it leads. */
export function stepsFor(
  payment: Pick<Payment, 'state' | 'kind' | 'proposedBy'>,
  actor: { readonly duties: readonly string[]; readonly accountId: string | null },
): readonly PaymentMove[] {
  return moves.filter(
    (move) =>
      move.from === payment.state &&
      move.may.some((duty) => actor.duties.includes(duty)) &&
      (move.onlyRecurring === undefined || payment.kind === 'recurring') &&
      (move.byAnother === undefined || payment.proposedBy !== actor.accountId),
  )
}
