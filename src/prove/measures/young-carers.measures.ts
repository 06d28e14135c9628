import type { Measure } from '#platform/room.ts'
import { districtNames } from './district-names.ts'
import { countByPart, getTotals } from './figures.sql.ts'
import { measure, percent } from './measure.ts'
import {
  clubAttendances,
  clubAttendancesLastQuarter,
  oneToOneSessions,
  schoolReferrals,
  youngAssessments,
  youngCurrent,
  youngFemale,
  youngSupported,
  youngWithConcerns,
} from './sources.sql.ts'

export const youngCarers: readonly Measure[] = [
  measure({
    id: 'assessments.young_carers',
    title: "Young carers' assessments completed",
    definition: "Young carers' assessments completed in the year (Children Act 1989 s.17ZA).",
    source: 'Assessments',
    outcome: 'recognised',
    from: youngAssessments,
  }),
  measure({
    id: 'young_carers.supported',
    title: 'Young carers supported in the year',
    definition:
      "Young carers and young adult carers registered with the young carers' service on any day of the year.",
    source: 'Registrations',
    outcome: 'life_of_my_own',
    from: youngSupported,
  }),
  measure({
    id: 'young_carers.current',
    title: 'Young carers supported now',
    definition:
      'Young carers and young adult carers registered on the last day of the year whose registration had not ended by then.',
    source: 'Registrations',
    outcome: 'life_of_my_own',
    from: youngCurrent,
  }),
  measure({
    id: 'young_carers.percent_female',
    title: 'Young carers who are girls or young women',
    definition:
      'Of the young carers supported in the year, the share recorded as female, in per cent to one decimal.',
    source: 'Registrations',
    outcome: 'life_of_my_own',
    from: youngFemale,
    value: () => null,
    beside: async (tx, of, totals) => {
      const all = await getTotals(tx, youngSupported, of)
      return { value: percent(totals.rows, all.rows) }
    },
  }),
  measure({
    id: 'young_carers.by_district',
    title: 'Young carers by district',
    definition:
      'Young carers supported in the year by the district of their home; not known where there is no address.',
    source: 'Registrations',
    outcome: 'life_of_my_own',
    from: youngSupported,
    beside: async (tx, of) => {
      const counted = await countByPart(tx, youngSupported, of)
      const named = [...counted].map(
        ([code, count]) =>
          [code === '' ? 'not known' : (districtNames.get(code) ?? code), count] as const,
      )
      return { by_district: Object.fromEntries(named.toSorted(([a], [b]) => lastNotKnown(a, b))) }
    },
  }),
  measure({
    id: 'young_carers.club_attendances',
    title: "Attendances at young carers' clubs",
    definition: 'Attendances of young carers at club sessions held in the year.',
    source: 'Attendances',
    outcome: 'well',
    from: clubAttendances,
  }),
  measure({
    id: 'young_carers.club_attendances_last_quarter',
    title: "Attendances at young carers' clubs, January to March",
    definition:
      'Attendances of young carers at club sessions held in the last three months of the year.',
    source: 'Attendances',
    outcome: 'well',
    from: clubAttendancesLastQuarter,
  }),
  measure({
    id: 'young_carers.one_to_one_hours',
    title: 'Hours of one-to-one support',
    definition: 'Hours of one-to-one sessions held with young carers in the year.',
    source: 'Attendances',
    outcome: 'well',
    from: oneToOneSessions,
    value: ({ amount }) => amount,
  }),
  measure({
    id: 'young_carers.one_to_one_sessions_average',
    title: 'One-to-one sessions for each young carer, on average',
    definition:
      'One-to-one sessions held in the year, divided by the young carers who had any; to one decimal.',
    source: 'Attendances',
    outcome: 'well',
    from: oneToOneSessions,
    value: ({ rows, people }) => (people === 0 ? null : Math.round((rows * 10) / people) / 10),
  }),
  measure({
    id: 'young_carers.referrals_from_schools',
    title: 'Young carers referred by schools',
    definition: 'Referrals of young carers received from schools in the year.',
    source: 'Referrals',
    outcome: 'recognised',
    from: schoolReferrals,
  }),
  measure({
    id: 'young_carers.with_safeguarding_concerns',
    title: 'Young carers with safeguarding concerns',
    definition:
      'Young carers supported in the year for whom a safeguarding concern is recorded; the percentage is of those supported now.',
    source: 'Registrations',
    outcome: 'well',
    from: youngWithConcerns,
    beside: async (tx, of, totals) => {
      const current = await getTotals(tx, youngCurrent, of)
      const share = percent(totals.rows, current.rows)
      return share === null ? {} : { percent: share }
    },
  }),
]

function lastNotKnown(a: string, b: string): number {
  if (a === 'not known') return 1
  return b === 'not known' ? -1 : a.localeCompare(b)
}
