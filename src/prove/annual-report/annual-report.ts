import type { Tx } from '#platform/db/database.ts'
import type { Figure, Measure, Period } from '#platform/room.ts'
import { findRecordedSpan } from '../measures/figures.sql.ts'
import {
  type ReportingYear,
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

/** Whether anything at all stands behind a year's figures. */
export function hasRows(reported: readonly Reported[]): boolean {
  return reported.some(({ figure }) => figure.rows > 0)
}

/** The years for which something is recorded, newest first. */
export async function recordedYears(
  tx: Tx,
  authorityId: number,
): Promise<readonly ReportingYear[]> {
  const span = await findRecordedSpan(tx, authorityId)
  if (span === null) return []
  const years: ReportingYear[] = []
  for (let year = reportingYearOf(span.last); year.to >= span.first; year = yearsBefore(year, 1))
    years.push(year)
  return years
}
