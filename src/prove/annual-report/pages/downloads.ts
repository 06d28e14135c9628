import { documentFile } from '#platform/documents/document-file.ts'
import type { Measure } from '#platform/room.ts'
import { file, page, type Page } from '#platform/web/page.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { inAddress } from '../../measures/reporting-year.rules.ts'
import { annualReportCsv } from '../annual-report.csv.ts'
import { annualReportDocument } from '../annual-report.document.ts'
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

/** The year's report to print: a tagged PDF. */
export function reportPdfPage(measures: readonly Measure[]): Page {
  return page({
    path: '/reports/annual/:year/report.pdf',
    door: 'workspace',
    may: readers,
    params: yearParams,
    get: async (context) => {
      const {
        params: { year },
        actor,
        clock,
      } = context
      const counted = await countYear(context, measures, year)
      const authority =
        knownAuthorities.find(({ id }) => id === actor.authorityId)?.name ?? actor.authorityCode
      const document = annualReportDocument({ authority, year, ...counted, today: clock.today() })
      return file(
        await documentFile(
          document,
          'pdf',
          `annual-report-${actor.authorityCode}-${inAddress(year)}`,
        ),
      )
    },
  })
}
