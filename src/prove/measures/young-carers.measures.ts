import type { Measure } from '#platform/room.ts'
import { districtNames } from './district-names.ts'
import { countByPart, countRows } from './figures.sql.ts'
import { measure, percent } from './measure.ts'
import {
  assessmentWords,
  referralWords,
  registrationWords,
  sessionWords,
  youngCarerWords,
} from './row-words.ts'
import {
  clubAttendances,
  clubAttendancesLastQuarter,
  oneToOneSessions,
  schoolReferrals,
  youngAssessments,
  youngCurrent,
  youngFemale,
  youngReferrals,
  youngSupported,
  youngWhoLeft,
  youngWithConcerns,
} from './sources.sql.ts'
import { whoLeftAfterIsKept, whoLeftWithinIsKept } from './wholeness.ts'

const inTheYear = whoLeftWithinIsKept(youngWhoLeft)

export const youngCarers: readonly Measure[] = [
  measure({
    id: 'assessments.young_carers',
    title: 'Young carers’ assessments completed',
    definition: 'Young carers’ assessments completed in the year (Children Act 1989 s.17ZA).',
    source: 'Assessments',
    sentence: 'Of carers under 18, and of those who are about to be 18.',
    outcome: 'recognised',
    from: youngAssessments,
    words: assessmentWords,
  }),
  measure({
    id: 'young_carers.supported',
    title: 'Young carers supported in the year',
    definition:
      'Young carers and young adult carers registered with the young carers’ service on any day of the year.',
    source: 'Registrations',
    sentence: 'Children and young people supported on any day of the year.',
    outcome: 'life_of_my_own',
    from: youngSupported,
    words: youngCarerWords,
    whole: inTheYear,
  }),
  measure({
    id: 'young_carers.current',
    title: 'Young carers supported at the end of the year',
    definition:
      'Young carers and young adult carers registered on the last day of the year whose registration had not ended by then.',
    source: 'Registrations',
    sentence: 'Those still supported on the last day of March.',
    outcome: 'life_of_my_own',
    from: youngCurrent,
    kept: youngSupported,
    words: registrationWords,
    whole: whoLeftAfterIsKept(youngWhoLeft),
  }),
  measure({
    id: 'young_carers.percent_female',
    title: 'Young carers who are girls or young women',
    definition:
      'Of the young carers supported in the year, the share recorded as female, in per cent to one decimal.',
    source: 'Registrations',
    sentence: 'Of all young carers supported in the year.',
    outcome: 'life_of_my_own',
    from: youngFemale,
    among: youngSupported,
    words: youngCarerWords,
    whole: inTheYear,
    value: ({ rows, among }) => percent(rows, among),
  }),
  measure({
    id: 'young_carers.by_district',
    title: 'Young carers by district',
    definition:
      'Young carers supported in the year by the district of their home; not known where there is no address.',
    source: 'Registrations',
    sentence: 'By the district of their home.',
    outcome: 'life_of_my_own',
    from: youngSupported,
    words: youngCarerWords,
    whole: inTheYear,
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
    title: 'Attendances at young carers’ clubs',
    definition: 'Attendances of young carers at club sessions held in the year.',
    source: 'Attendances',
    sentence: 'One young carer at one session counts as one.',
    outcome: 'well',
    from: clubAttendances,
    words: sessionWords,
  }),
  measure({
    id: 'young_carers.club_attendances_last_quarter',
    title: 'Attendances at young carers’ clubs, January to March',
    definition:
      'Attendances of young carers at club sessions held in the last three months of the year.',
    source: 'Attendances',
    sentence: 'Of these, the ones in the last three months of the year.',
    outcome: 'well',
    from: clubAttendancesLastQuarter,
    among: clubAttendances,
    words: sessionWords,
  }),
  measure({
    id: 'young_carers.one_to_one_hours',
    title: 'Hours of one-to-one support',
    definition: 'Hours of one-to-one sessions held with young carers in the year.',
    source: 'Attendances',
    sentence: 'Time that somebody had for one young carer alone.',
    outcome: 'well',
    from: oneToOneSessions,
    words: sessionWords,
    value: ({ amount }) => amount,
  }),
  measure({
    id: 'young_carers.one_to_one_sessions_average',
    title: 'One-to-one sessions for each young carer, on average',
    definition:
      'One-to-one sessions held in the year, divided by the young carers who had any; to one decimal.',
    source: 'Attendances',
    sentence: 'Counted among those who had any.',
    outcome: 'well',
    from: oneToOneSessions,
    words: sessionWords,
    perPerson: true,
    value: ({ rows, people }) => (people === 0 ? null : Math.round((rows * 10) / people) / 10),
  }),
  measure({
    id: 'young_carers.referrals_from_schools',
    title: 'Young carers referred by schools',
    definition: 'Referrals of young carers received from schools in the year.',
    source: 'Referrals',
    sentence: 'Schools noticed, and sent them to us.',
    outcome: 'recognised',
    from: schoolReferrals,
    among: youngReferrals,
    words: referralWords,
  }),
  measure({
    id: 'young_carers.with_safeguarding_concerns',
    title: 'Young carers with safeguarding concerns',
    definition:
      'Young carers supported in the year for whom a safeguarding concern is recorded; the percentage sets them against those supported on the last day of the year.',
    source: 'Registrations',
    sentence: ({ percent: share }) =>
      share === undefined ? '' : `${share}% of those supported at the end of the year.`,
    outcome: 'well',
    from: youngWithConcerns,
    among: youngSupported,
    words: registrationWords,
    whole: inTheYear,
    beside: async (tx, of, { rows }) => {
      const share = percent(rows, await countRows(tx, youngCurrent, of))
      return share === null ? {} : { percent: share }
    },
  }),
]

function lastNotKnown(a: string, b: string): number {
  if (a === 'not known') return 1
  return b === 'not known' ? -1 : a.localeCompare(b, 'en-GB')
}
