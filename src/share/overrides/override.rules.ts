// When a record may be opened without agreement. UK GDPR article 6(1)(d) and 9(2)(c) (vital interests);
// Data Protection Act 2018, Schedule 1, paragraph 18 (safeguarding of children and of individuals at
// risk); Caldicott principles 2 to 4 (only where needed, the least, by those who need to know). The
// lengths are ours: no law sets them. In force 25 May 2018; principles of December 2020.

import { addMonths, type IsoDate, type IsoInstant } from '#platform/lib/dates.ts'
import type { OverrideKind } from './override.ts'

type Opens = {
  readonly purposes: readonly ('identity' | 'support' | 'assessment' | 'emergency')[]
  readonly hours: number
  readonly basis: string
}

/** What an override opens, for how long, and on what law it rests. */
export const opens: Readonly<Record<OverrideKind, Opens>> = {
  emergency: {
    purposes: ['identity', 'support', 'emergency'],
    hours: 4,
    basis: 'UK GDPR, articles 6(1)(d) and 9(2)(c): vital interests',
  },
  safeguarding: {
    purposes: ['identity', 'support', 'assessment', 'emergency'],
    hours: 24,
    basis: 'Data Protection Act 2018, Schedule 1, paragraph 18: safeguarding',
  },
}

/** The moment at which an override that begins now closes by itself. */
export function closesAt(kind: OverrideKind, now: IsoInstant): IsoInstant {
  return Temporal.Instant.from(now).add({ hours: opens[kind].hours }).toString()
}

type Life = { readonly endsAt: IsoInstant; readonly endedAt: IsoInstant | null }

/** Whether the record is open at a moment. */
export function isOpen({ endsAt, endedAt }: Life, now: IsoInstant): boolean {
  return endedAt === null && Temporal.Instant.compare(now, endsAt) < 0
}

/** The last day to which a look may be kept from the carer before somebody must decide again. */
export function lastDayWithheld(today: IsoDate): IsoDate {
  return addMonths(today, 3)
}
