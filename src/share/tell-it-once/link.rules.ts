// How long a link to the carer's own page opens. UK GDPR, article 25(2): by default no longer and to
// no more people than the purpose needs. The database counts the same way in open_told_link().

import type { IsoInstant } from '#platform/lib/dates.ts'

export const linkLengths = ['one_day', 'one_week', 'one_month', 'six_months'] as const
export type LinkLength = (typeof linkLengths)[number]

export const linkLengthWords: Readonly<Record<LinkLength, string>> = {
  one_day: 'One day',
  one_week: 'A week',
  one_month: 'A month',
  six_months: 'Six months',
}

const lasts = {
  one_day: { days: 1 },
  one_week: { days: 7 },
  one_month: { months: 1 },
  six_months: { months: 6 },
} as const

/** The moment from which a link made now no longer opens: the same time of day in London, later. */
export function linkEnds(length: LinkLength, now: IsoInstant): IsoInstant {
  const made = Temporal.Instant.from(now).toZonedDateTimeISO('Europe/London')
  return made.add(lasts[length]).toInstant().toString()
}

export type LinkLife = {
  readonly endedAt: IsoInstant | null
  readonly endsAt: IsoInstant
  readonly mostOpenings: number | null
  readonly openings: number
}

/** Whether a link opens at a moment, and if not, why: ended by the carer, run out, or used up. */
export function linkState(
  link: LinkLife,
  now: IsoInstant,
): 'open' | 'ended' | 'run_out' | 'used_up' {
  if (link.endedAt !== null) return 'ended'
  if (Temporal.Instant.compare(link.endsAt, now) <= 0) return 'run_out'
  const { mostOpenings, openings } = link
  return mostOpenings !== null && openings >= mostOpenings ? 'used_up' : 'open'
}
