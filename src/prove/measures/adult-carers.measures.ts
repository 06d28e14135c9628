import type { Measure, Period } from '#platform/room.ts'
import type { Tx } from '#platform/db/database.ts'
import { reportingYear, yearsBefore } from './reporting-year.rules.ts'
import { countByLabelAndPart, getTotals } from './figures.sql.ts'
import { measure, percent } from './measure.ts'
import {
  activeAdults,
  adultAssessments,
  adultGroups,
  contactedReferrals,
  directPayments,
  passedToCouncil,
  trainingAttendances,
  trainingInPublishedQuarters,
} from './sources.sql.ts'

export const adultCarers: readonly Measure[] = [
  measure({
    id: 'register.active',
    title: 'Adult carers on the register',
    definition:
      'Adults registered as carers on or before the last day of the year whose registration had not ended by then. Each person counts once, however many rows the register had for them.',
    source: 'Registrations',
    outcome: 'life_of_my_own',
    from: activeAdults,
  }),
  measure({
    id: 'referrals.contacted',
    title: 'Carers contacted following a referral',
    definition:
      'Referrals of adult carers received in the year after which somebody from the hub spoke with the carer.',
    source: 'Referrals',
    outcome: 'life_of_my_own',
    from: contactedReferrals,
  }),
  measure({
    id: 'referrals.passed_to_council',
    title: 'Referrals passed to the council for assessment',
    definition:
      'Of the referrals followed by contact, those passed to the council for an assessment; the percentage is of all followed by contact.',
    source: 'Referrals',
    outcome: 'well',
    from: passedToCouncil,
    beside: async (tx, of, totals) => {
      const contacted = await getTotals(tx, contactedReferrals, of)
      const share = percent(totals.rows, contacted.rows)
      return share === null ? {} : { percent: share }
    },
  }),
  measure({
    id: 'assessments.completed',
    title: "Carers' assessments completed",
    definition:
      "Carers' assessments of adults completed in the year, those combined with the cared-for person's included (Care Act 2014 s.10 and s.12). The two years before stand beside it.",
    source: 'Assessments',
    outcome: 'recognised',
    from: adultAssessments,
    beside: async (tx, of) => ({ by_year: await threeYears(tx, of) }),
  }),
  measure({
    id: 'direct_payments.carers',
    title: 'Carers who received a direct payment',
    definition:
      'Different carers to whom a direct payment for assessed needs was paid in the year (Care Act 2014 s.31). Prevention grants are not counted.',
    source: 'Payments',
    outcome: 'life_of_my_own',
    from: directPayments,
    value: ({ people }) => people,
  }),
  measure({
    id: 'groups.adult',
    title: 'Adult support groups',
    definition: 'Support groups for adult carers that meet.',
    source: 'Support groups',
    outcome: 'life_of_my_own',
    from: adultGroups,
  }),
  measure({
    id: 'training.attendances',
    title: 'Attendances at training',
    definition:
      'Attendances of carers at training sessions held in the year: one carer at one session is one attendance.',
    source: 'Attendances',
    outcome: 'well',
    from: trainingAttendances,
  }),
  measure({
    id: 'training.by_course_and_quarter',
    title: 'Attendances at training by course and quarter',
    definition:
      'Attendances from July to March by course. The quarters are those of the published table: Q1 July to September, Q2 October to December, Q3 January to March; April to June is not in it.',
    source: 'Attendances',
    outcome: 'well',
    from: trainingInPublishedQuarters,
    beside: async (tx, of) => ({ table: await courseTable(tx, of) }),
  }),
]

async function threeYears(tx: Tx, of: Period): Promise<Record<string, number>> {
  const year = reportingYear(of.label)
  const years = year === null ? [] : [yearsBefore(year, 2), yearsBefore(year, 1), year]
  const counted: Record<string, number> = {}
  for (const each of years) {
    const { rows } = await getTotals(tx, adultAssessments, { authorityId: of.authorityId, ...each })
    counted[each.label] = rows
  }
  return counted
}

async function courseTable(tx: Tx, of: Period): Promise<Record<string, Record<string, number>>> {
  const table: Record<string, { Q1: number; Q2: number; Q3: number; total: number }> = {}
  const empty = () => ({ Q1: 0, Q2: 0, Q3: 0, total: 0 })
  const sum = empty()
  for (const { label, part, count } of await countByLabelAndPart(
    tx,
    trainingInPublishedQuarters,
    of,
  )) {
    const quarter = part as 'Q1' | 'Q2' | 'Q3'
    for (const row of [(table[label] ??= empty()), sum]) {
      row[quarter] += count
      row.total += count
    }
  }
  return sum.total === 0 ? {} : { ...table, total: sum }
}
