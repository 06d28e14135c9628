// Local scheme of delegation: the Care Act sets no amounts. Carers' one-off payments are typically £200 to
// £500; an authority sets its own in `authority.settings`. What a payment is called follows from the Act:
// direct payment where it meets assessed eligible needs (s.31), otherwise prevention (s.2).
import { pounds, type Pence } from '#platform/lib/money.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Frequency, PaymentBasis, PlanKind } from './payment.ts'

export type PaymentLimits = {
  /** Up to this much is agreed in the plan by whoever agrees the plan. */
  readonly agreedInPlanPence: Pence
  /** No single payment is more than this. */
  readonly mostPence: Pence
  /** What a payment may come to in its first year for each duty to agree it. */
  readonly agreeUpToPence: Readonly<Record<string, Pence>>
  /** A run up to this much may be approved by who gathered it; above it takes a second person. */
  readonly runAlonePence: Pence
  /** What a payment run may come to for each duty to approve it. */
  readonly runUpToPence: Readonly<Record<string, Pence>>
}

export const usualLimits: PaymentLimits = {
  agreedInPlanPence: 500_00,
  mostPence: 1_500_00,
  agreeUpToPence: { manager: 10_000_00, council_practitioner: 50_000_00 },
  runAlonePence: 1_000_00,
  runUpToPence: { manager: 250_000_00, council_practitioner: 10_000_000_00 },
}

/** The authority's own limits out of its settings; where it has set none, the usual ones. */
export function limitsFrom(settings: unknown): PaymentLimits {
  const own = (settings as { payments?: Partial<PaymentLimits> } | null)?.payments ?? {}
  return { ...usualLimits, ...own }
}

/** Whether the amount may be put forward at all, or what to tell whoever typed it. */
export function amountWithin(amount: Pence, limits: PaymentLimits): Result<Pence, string> {
  if (amount <= 0) return refused('The amount must be more than £0')
  return amount > limits.mostPence ? refused(tooMuch(limits)) : ok(amount)
}

/** What whoever types more than the most is told. */
export function tooMuch({ mostPence }: PaymentLimits): string {
  return `Enter an amount of ${pounds(mostPence)} or less. Support that costs more is arranged as a service, not paid out`
}

/** Whether a manager must agree the payment before the carer can be promised it. */
export function needsManager(
  payment: { readonly amountPence: Pence; readonly frequency: Frequency },
  limits: PaymentLimits,
): boolean {
  return payment.frequency !== 'once' || payment.amountPence > limits.agreedInPlanPence
}

/**
 * What a payment is called: under the Care Act a direct payment where it meets an eligible need and
 * otherwise a prevention grant. Plans under the Children Act know no eligibility: there any need will do.
 */
export function basisOf(
  needsMet: readonly { readonly eligible: boolean | null }[],
  kind: PlanKind,
): PaymentBasis {
  const meets =
    kind === 'adult_carer'
      ? needsMet.some(({ eligible }) => eligible === true)
      : needsMet.length > 0
  return meets ? 'direct_payment' : 'prevention_grant'
}

const timesAYear: Record<Frequency, number> = {
  once: 1,
  weekly: 52,
  every_four_weeks: 13,
  monthly: 12,
  yearly: 1,
}

/** What a payment comes to in a plan's first year, in pence. */
export function firstYear(payment: {
  readonly amountPence: Pence
  readonly frequency: Frequency
}): Pence {
  return payment.amountPence * timesAYear[payment.frequency]
}
