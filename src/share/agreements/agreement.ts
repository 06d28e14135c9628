import { addMonths, type IsoDate } from '#platform/lib/dates.ts'

/** What a carer may agree that an organisation knows, from the least to the most. */
export const sharedPurposes = ['identity', 'support', 'assessment', 'emergency'] as const
export type SharedPurpose = (typeof sharedPurposes)[number]

/** How an agreement reached us; the carer's own page gives `online` by itself. */
export const waysGiven = ['telephone', 'face_to_face', 'written'] as const
export type WayGiven = (typeof waysGiven)[number]

export const wayWords: Readonly<Record<string, string>> = {
  spoken: 'said it to us',
  telephone: 'said it on the telephone',
  face_to_face: 'said it face to face',
  written: 'wrote it or signed a form',
  online: 'said it on their own page',
  previous_system: 'is down as agreed in the earlier system',
}

/** Who could agree. Mental Capacity Act 2005, ss.4, 9 and 16; for children, Gillick competence. */
export const bases = [
  'own',
  'parental_responsibility',
  'attorney_or_deputy',
  'best_interests',
] as const
export type Basis = (typeof bases)[number]

export const basisWords: Readonly<Record<Basis, string>> = {
  own: 'The carer agreed for themself',
  parental_responsibility: 'Somebody with parental responsibility agreed for a child',
  attorney_or_deputy: 'An attorney or deputy agreed',
  best_interests: 'A best-interests decision was made',
}

/** How long an agreement may be given for; `until_ended` has no last day. */
export const lengths = ['six_months', 'one_year', 'two_years', 'until_ended'] as const
export type Length = (typeof lengths)[number]

const months = { six_months: 6, one_year: 12, two_years: 24 } as const

/** The last day of an agreement given on a day; null where it lasts until somebody ends it. */
export function lastDay(length: Length, from: IsoDate): IsoDate | null {
  return length === 'until_ended' ? null : addMonths(from, months[length])
}
