import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Figure, Measure, Period } from '#platform/room.ts'
import { listYearsWithRows } from '../measures/recorded-years.sql.ts'
import {
  type ReportingYear,
  reportingYear,
  reportingYearOf,
  yearsBefore,
} from '../measures/reporting-year.rules.ts'

export type Outcome = Measure['outcome']

export type Reported = { readonly measure: Measure; readonly figure: Figure }

/** The strategy's outcomes in their order, with what a carer would say where one is reached. */
export const outcomes: readonly {
  readonly id: Outcome
  readonly title: string
  readonly sentence: string
}[] = [
  {
    id: 'recognised',
    title: 'Recognised and valued',
    sentence:
      'Carers are seen early, listened to, and have a say in the assessment of their needs.',
  },
  {
    id: 'life_of_my_own',
    title: 'A life of my own',
    sentence: 'Carers can balance caring with a life outside it, and know where support is.',
  },
  {
    id: 'well',
    title: 'Supported to be mentally and physically well',
    sentence:
      'Carers stay well, feel confident in what they do, and young carers are not left with too much.',
  },
]

/** Every measure's figure for one year, in the order in which the measures are declared. */
export async function annualFigures(
  tx: Tx,
  measures: readonly Measure[],
  of: Period,
): Promise<readonly Reported[]> {
  const reported: Reported[] = []
  for (const measure of measures) reported.push({ measure, figure: await measure.figure(tx, of) })
  return reported
}

/** What a measure said a year earlier; null where the record of that year is not whole enough to tell. */
export async function figureBefore(
  tx: Tx,
  measure: Measure,
  of: Period,
): Promise<{ readonly year: string; readonly value: number | null } | null> {
  const year = reportingYear(of.label)
  if (year === null) return null
  const before = { authorityId: of.authorityId, ...yearsBefore(year, 1) }
  if (measure.whole !== undefined && !(await measure.whole(tx, before))) return null
  return { year: before.label, value: (await measure.figure(tx, before)).value }
}

/** Whether anything happened in a year that its report could count. */
export async function hasRows(tx: Tx, authorityId: number, year: ReportingYear): Promise<boolean> {
  return (await listYearsWithRows(tx, authorityId, [year])).length > 0
}

/** How far back the list of reports looks. */
const reach = 50

/** The years up to today's for which there is a report, newest first. */
export function recordedYears(
  tx: Tx,
  authorityId: number,
  today: IsoDate,
): Promise<readonly ReportingYear[]> {
  const newest = reportingYearOf(today)
  return listYearsWithRows(
    tx,
    authorityId,
    Array.from({ length: reach }, (_, back) => yearsBefore(newest, back)),
  )
}
