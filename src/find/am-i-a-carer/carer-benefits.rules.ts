// Carer's Allowance: Social Security Contributions and Benefits Act 1992 s.70; earnings limit: Social
// Security (Invalid Care Allowance) Regulations 1976 reg 8. Carer element: Universal Credit
// Regulations 2013 reg 29. Rates as uprated each April; a newer rate is a new row, never a change.
import { daysBetween, type IsoDate } from '#platform/lib/dates.ts'
import type { Pence } from '#platform/lib/money.ts'

type Rate = {
  readonly from: string
  readonly allowanceWeekly: Pence
  readonly earningsLimitWeekly: Pence
  readonly carerElementMonthly: Pence | null
}

const rates: readonly Rate[] = [
  {
    from: '2024-04-08',
    allowanceWeekly: 8190,
    earningsLimitWeekly: 15_100,
    carerElementMonthly: null,
  },
  {
    from: '2025-04-07',
    allowanceWeekly: 8330,
    earningsLimitWeekly: 19_600,
    carerElementMonthly: 20_168,
  },
  {
    from: '2026-04-06',
    allowanceWeekly: 8645,
    earningsLimitWeekly: 20_400,
    carerElementMonthly: 20_934,
  },
]

/** A rate is uprated each April: past this many days it may be last year's. */
const daysInForce = 366

export type CarerBenefitRates = Omit<Rate, 'from'> & { readonly from: IsoDate }

/**
 * The rates that hold on a day, amounts in pence, with the day they began; null where none is known
 * that surely still holds, so that no page shows last year's money as this year's.
 */
export function carerBenefitRates(today: IsoDate): CarerBenefitRates | null {
  const rate = rates.findLast(({ from }) => from <= today)
  if (rate === undefined) return null
  const from = rate.from as IsoDate
  return daysBetween(from, today) < daysInForce ? { ...rate, from } : null
}
