import type { Measure } from '#platform/room.ts'
import { file, page, type Page } from '#platform/web/page.ts'
import { inAddress } from '../../measures/reporting-year.rules.ts'
import { annualReportCsv } from '../annual-report.csv.ts'
import { countYear, readers, yearParams } from './annual-report.ts'

/** The year's figures as a table for a spreadsheet. */
export function figuresPage(measures: readonly Measure[]): Page {
  return page({
    path: '/reports/annual/:year/figures.csv',
    door: 'workspace',
    may: readers,
    params: yearParams,
    get: async (context) => {
      const { year } = context.params
      const { reported } = await countYear(context, measures, year)
      return file({
        name: `annual-report-${context.actor.authorityCode}-${inAddress(year)}.csv`,
        type: 'text/csv; charset=utf-8',
        body: annualReportCsv(year.label, reported),
        disposition: 'attachment',
      })
    },
  })
}
