import { z } from 'zod'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import type { District } from '#platform/reference/england.ts'
import type { PlanKind } from '#support/plans/plan.ts'
import { inAddress, reportingYear, type ReportingYear } from '../measures/reporting-year.rules.ts'

export const planKinds: Readonly<Record<PlanKind, string>> = {
  adult_carer: 'Adult carers',
  parent_carer: 'Parent carers',
  young_carer: 'Young carers',
}

/** Quarters of a financial year by number, with the months that they hold. */
export const quarters = {
  1: 'April to June',
  2: 'July to September',
  3: 'October to December',
  4: 'January to March',
} as const
export type Quarter = keyof typeof quarters

/** What was asked for in an address; whatever is none of the choices is as if it had not been asked. */
export const outcomeQuery = z.object({
  year: z
    .string()
    .transform((label) => (/^\d{4}-\d{2}$/.test(label) ? reportingYear(label) : null))
    .nullable()
    .catch(null),
  quarter: z.coerce
    .number()
    .pipe(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]))
    .nullable()
    .catch(null),
  kind: z.enum(['adult_carer', 'parent_carer', 'young_carer']).nullable().catch(null),
  district: z
    .string()
    .regex(/^[EW]\d{8}$/)
    .nullable()
    .catch(null),
  hub: z.coerce.number().int().min(1).max(2_000_000_000).nullable().catch(null),
})

export type OutcomeQuery = z.output<typeof outcomeQuery>

/** Whose outcomes, of which time; null where that does not matter. */
export type OutcomeFilter = {
  readonly authorityId: number
  readonly year: ReportingYear
  readonly quarter: Quarter | null
  readonly from: IsoDate
  readonly to: IsoDate
  readonly kind: PlanKind | null
  readonly district: string | null
  readonly hub: number | null
}

/** The filter that an address asks for; districts and hubs that are not here are left out of it. */
export function outcomeFilter(
  asked: OutcomeQuery,
  here: {
    readonly authorityId: number
    readonly thisYear: ReportingYear
    readonly districts: readonly Pick<District, 'code'>[]
    readonly hubs: readonly { readonly id: number }[]
  },
): OutcomeFilter {
  const year = asked.year ?? here.thisYear
  return {
    authorityId: here.authorityId,
    year,
    quarter: asked.quarter,
    ...daysOf(year, asked.quarter),
    kind: asked.kind,
    district: here.districts.some(({ code }) => code === asked.district) ? asked.district : null,
    hub: here.hubs.some(({ id }) => id === asked.hub) ? asked.hub : null,
  }
}

/** The first and last day of a financial year or of one of its quarters. */
export function daysOf(
  { from, to }: Pick<ReportingYear, 'from' | 'to'>,
  quarter: Quarter | null,
): { readonly from: IsoDate; readonly to: IsoDate } {
  if (quarter === null) return { from, to }
  const year = Number(from.slice(0, 4)) + (quarter === 4 ? 1 : 0)
  const [first, last] = (
    {
      1: ['04-01', '06-30'],
      2: ['07-01', '09-30'],
      3: ['10-01', '12-31'],
      4: ['01-01', '03-31'],
    } as const
  )[quarter]
  return { from: isoDate(`${year}-${first}`), to: isoDate(`${year}-${last}`) }
}

/** The filter as it stands in an address. */
export function inQuery({ year, quarter, kind, district, hub }: OutcomeFilter): string {
  const set = { year: inAddress(year), quarter, kind, district, hub }
  return new URLSearchParams(
    Object.entries(set).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
  ).toString()
}
