// Care Act 2014 s.31 (with capacity) and s.32 (without), in force from 1 April 2015: where every condition
// is met the authority must make the direct payment. Conditions 3 and 4 of s.31 and the five of s.32 are
// given in short and are to be checked against the Act before an authority relies on their wording.
import { ok, refused, type Result } from '#platform/lib/result.ts'

/** Who looks after the money: the carer, somebody they name (s.31), or a person authorised for them (s.32). */
export type AgreementWay = 'own' | 'nominee' | 'authorised'

export type ConditionFound = { readonly met: boolean; readonly reason: string }
export type ConditionsFound = Readonly<Record<string, ConditionFound>>

export type PaymentCondition = {
  readonly id: string
  readonly ref: string
  readonly question: string
}

const capacity: Record<'own' | 'nominee', string> = {
  own: 'Can the carer decide to ask for a direct payment, and have they asked?',
  nominee:
    'Can the carer decide to ask for a direct payment, have they asked, and has the person they named agreed to receive it?',
}

const notProhibited: Omit<PaymentCondition, 'id' | 'ref'> = {
  question: 'Is it a direct payment that the regulations allow?',
}

const withCapacity = (way: 'own' | 'nominee'): readonly PaymentCondition[] => [
  { id: 'capacity', ref: 's.31(4)', question: capacity[way] },
  { id: 'allowed', ref: 's.31(5)', ...notProhibited },
  {
    id: 'capable',
    ref: 's.31(6)',
    question:
      way === 'own'
        ? 'Can the carer manage a direct payment, alone or with help that they can get?'
        : 'Can the person they named manage a direct payment, alone or with help that they can get?',
  },
  {
    id: 'appropriate',
    ref: 's.31(7)',
    question: 'Is a direct payment an appropriate way to meet the needs?',
  },
]

const withoutCapacity: readonly PaymentCondition[] = [
  {
    id: 'authorised',
    ref: 's.32(5)',
    question:
      'Is this person authorised under the Mental Capacity Act, or agreed to be suitable by whoever is?',
  },
  { id: 'allowed', ref: 's.32(6)', ...notProhibited },
  {
    id: 'best_interests',
    ref: 's.32(7)',
    question: 'Will this person act in the carer’s best interests when they arrange the support?',
  },
  {
    id: 'capable',
    ref: 's.32(8)',
    question: 'Can this person manage a direct payment, alone or with help that they can get?',
  },
  {
    id: 'appropriate',
    ref: 's.32(9)',
    question: 'Is a direct payment an appropriate way to meet the needs?',
  },
]

/** The conditions of a way, in the Act's order. */
export function conditionsOf(way: AgreementWay): readonly PaymentCondition[] {
  return way === 'authorised' ? withoutCapacity : withCapacity(way)
}

/**
 * Whether a direct payment must be made: every condition asked, each with its reason, all met. Refused
 * with the first that is not, for the written reasons.
 */
export function mustPay(
  way: AgreementWay,
  found: ConditionsFound,
): Result<null, PaymentCondition & { readonly reason: string }> {
  const failed = conditionsOf(way).find(({ id }) => found[id]?.met !== true)
  if (failed === undefined) return ok(null)
  return refused({ ...failed, reason: found[failed.id]?.reason ?? 'Not looked at yet' })
}
