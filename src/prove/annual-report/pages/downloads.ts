import { documentFile } from '#platform/documents/document-file.ts'
import type { Measure } from '#platform/room.ts'
import { file, page, type Page } from '#platform/web/page.ts'
import { inAddress } from '../../measures/reporting-year.rules.ts'
import { annualReportCsv } from '../annual-report.csv.ts'
import { annualReportDocument } from '../annual-report.document.ts'
import { readReport } from '../read-report.ts'
import { readers, yearParams } from './annual-report.ts'

/** The year's figures as a table for a spreadsheet. */
export function figuresPage(measures: readonly Measure[]): Page {
  return page({
    path: '/reports/annual/:year/figures.csv',
    door: 'workspace',
    may: readers,
    params: yearParams,
    get: async (context) => {
      const { actor, params } = context
      const report = await readReport(context, measures, params.year)
      return file({
        name: `annual-report-${actor.authorityCode}-${inAddress(params.year)}.csv`,
        type: 'text/csv; charset=utf-8',
        body: annualReportCsv(report),
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
      const { actor, params, clock } = context
      const report = await readReport(context, measures, params.year)
      const document = await annualReportDocument(report, clock.today())
      const name = `annual-report-${actor.authorityCode}-${inAddress(params.year)}`
      return file(await documentFile(document, 'pdf', name))
    },
  })
}
