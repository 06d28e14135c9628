import type { Measure, Period } from '#platform/room.ts'
import type { Tx } from '#platform/db/database.ts'
import { reportingYear, yearsBefore } from './reporting-year.rules.ts'
import { countByLabelAndPart, countRows } from './figures.sql.ts'
import { keptBy, measure, percent } from './measure.ts'
import {
  assessmentWords,
  courseWords,
  groupWords,
  paymentWords,
  referralWords,
  registrationWords,
} from './row-words.ts'
import {
  activeAdults,
  adultAssessments,
  adultGroups,
  adultRegistrations,
  adultsWhoLeft,
  contactedReferrals,
  directPayments,
  passedToCouncil,
  trainingAttendances,
  trainingInPublishedQuarters,
} from './sources.sql.ts'
import { never, whoLeftAfterIsKept } from './wholeness.ts'

export const adultCarers: readonly Measure[] = [
  measure({
    id: 'register.active',
    title: 'Adult carers on the register',
    definition:
      'Adults registered as carers on or before the last day of the year whose registration had not ended by then. Each person counts once, however many rows the register had for them.',
    source: 'Registrations',
    sentence: 'Adults who look after someone and are known to the carers’ hub.',
    outcome: 'life_of_my_own',
    from: activeAdults,
    kept: adultRegistrations,
    words: registrationWords,
    whole: whoLeftAfterIsKept(adultsWhoLeft),
  }),
  measure({
    id: 'referrals.contacted',
    title: 'Carers contacted following a referral',
    definition:
      'Referrals of adult carers received in the year after which somebody from the hub spoke with the carer.',
    source: 'Referrals',
    sentence: 'Carers whom somebody spoke with after they were referred.',
    outcome: 'life_of_my_own',
    from: contactedReferrals,
    words: referralWords,
  }),
  measure({
    id: 'referrals.passed_to_council',
    title: 'Referrals passed to the council for assessment',
    definition:
      'Of the referrals followed by contact, those passed to the council for an assessment; the percentage is of all followed by contact.',
    source: 'Referrals',
    sentence: ({ percent: share }) =>
      share === undefined ? '' : `${share}% of all referrals followed by contact.`,
    outcome: 'well',
    from: passedToCouncil,
    among: contactedReferrals,
    words: referralWords,
    beside: async (_tx, _of, { rows, among }) => share(rows, among),
  }),
  measure({
    id: 'assessments.completed',
    title: 'Carers’ assessments completed',
    definition:
      'Carers’ assessments of adults completed in the year, those combined with the cared-for person’s included (Care Act 2014 s.10 and s.12). The two years before stand beside it where any were kept.',
    source: 'Assessments',
    sentence: 'Talks about what caring means for a carer’s own life, completed and written down.',
    outcome: 'recognised',
    from: adultAssessments,
    words: assessmentWords,
    beside: async (tx, of, { rows }) => ({ by_year: await threeYears(tx, of, rows) }),
  }),
  measure({
    id: 'direct_payments.carers',
    title: 'Carers who received a direct payment',
    definition:
      'Different carers to whom a direct payment for assessed needs was paid in the year (Care Act 2014 s.31). Prevention grants are not counted.',
    source: 'Payments',
    sentence: 'Carers who were paid a sum for needs of their own that were assessed.',
    outcome: 'life_of_my_own',
    from: directPayments,
    words: paymentWords,
    perPerson: true,
    value: ({ people }) => people,
  }),
  measure({
    id: 'groups.adult',
    title: 'Adult support groups',
    definition: 'Support groups for adult carers that meet, on the day on which this is read.',
    source: 'Support groups',
    sentence: 'Groups where adult carers meet.',
    outcome: 'life_of_my_own',
    from: adultGroups,
    words: groupWords,
    whole: never,
  }),
  measure({
    id: 'training.attendances',
    title: 'Attendances at training',
    definition:
      'Attendances of carers at training sessions held in the year: one carer at one session is one attendance.',
    source: 'Attendances',
    sentence: 'One carer at one session counts as one.',
    outcome: 'well',
    from: trainingAttendances,
    words: courseWords,
  }),
  measure({
    id: 'training.by_course_and_quarter',
    title: 'Attendances at training by course and quarter',
    definition:
      'Attendances from July to March by course. The quarters are those of the published table: Q1 July to September, Q2 October to December, Q3 January to March; April to June is not in it.',
    source: 'Attendances',
    sentence: 'July to March, as the published table has it.',
    outcome: 'well',
    from: trainingInPublishedQuarters,
    among: trainingAttendances,
    words: courseWords,
    beside: async (tx, of) => ({ table: await courseTable(tx, of) }),
  }),
]

function share(part: number, of: number): { readonly percent?: number } {
  const value = percent(part, of)
  return value === null ? {} : { percent: value }
}

/** The two years before and the year itself; a year by which no assessment was kept is left out, not nought. */
async function threeYears(tx: Tx, of: Period, rows: number): Promise<Record<string, number>> {
  const year = reportingYear(of.label)
  const earlier = year === null ? [] : [yearsBefore(year, 2), yearsBefore(year, 1)]
  const counted: Record<string, number> = {}
  for (const each of earlier) {
    const period = { authorityId: of.authorityId, ...each }
    const count = await countRows(tx, adultAssessments, period)
    if (count > 0 || (await keptBy(tx, adultAssessments, period))) counted[each.label] = count
  }
  return { ...counted, [of.label]: rows }
}

type CourseRow = { Q1: number; Q2: number; Q3: number; total: number }

async function courseTable(tx: Tx, of: Period): Promise<Record<string, CourseRow>> {
  const table: Record<string, CourseRow> = {}
  const empty = (): CourseRow => ({ Q1: 0, Q2: 0, Q3: 0, total: 0 })
  const sum = empty()
  const counted = await countByLabelAndPart(tx, trainingInPublishedQuarters, of)
  for (const { label, part, count } of counted) {
    const quarter = part as 'Q1' | 'Q2' | 'Q3'
    for (const row of [(table[label] ??= empty()), sum]) {
      row[quarter] += count
      row.total += count
    }
  }
  return sum.total === 0 ? {} : { ...table, total: sum }
}
