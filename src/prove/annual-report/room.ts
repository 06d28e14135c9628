import type { Measure, Room } from '#platform/room.ts'
import { annualReportApi } from './annual-report.api.ts'
import { annualReportCommand } from './annual-report.command.ts'
import { annualReportPage, readers, reportsPage } from './pages/annual-report.ts'
import { figuresPage, reportPdfPage } from './pages/downloads.ts'
import { measureRowsPage } from './pages/measure-rows.ts'

/** Given the house's measures, because the command line has no pages that gather them. */
export function annualReport(measures: readonly Measure[]): Room {
  return {
    name: 'annual-report',
    pages: [
      reportsPage,
      annualReportPage(measures),
      measureRowsPage(measures),
      figuresPage(measures),
      reportPdfPage(measures),
    ],
    api: [annualReportApi(measures)],
    commands: [annualReportCommand(measures)],
    navigation: [{ door: 'workspace', order: 90, text: 'Reports', href: '/reports', may: readers }],
  }
}
