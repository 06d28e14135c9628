import { z } from 'zod'
import { NotFound } from '#platform/lib/errors.ts'
import type { ApiRoute, Measure } from '#platform/room.ts'
import { reportingYear } from '../measures/reporting-year.rules.ts'
import { annualFigures, hasRows } from './annual-report.ts'
import { readers } from './pages/annual-report.ts'

const answer = z.object({
  authority: z.string(),
  year: z.string(),
  measures: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      definition: z.string(),
      source: z.string(),
      value: z.number().nullable(),
      rows: z.int().describe('How many rows the figure was counted from'),
      percent: z.number().optional(),
      by_year: z.record(z.string(), z.number()).optional(),
      by_district: z.record(z.string(), z.number()).optional(),
      table: z.record(z.string(), z.record(z.string(), z.number())).optional(),
    }),
  ),
})

/** The annual report's figures, as the page shows them. */
export function annualReportApi(measures: readonly Measure[]): ApiRoute {
  return {
    method: 'GET',
    path: '/api/reports/annual/{year}',
    summary: 'The figures of a year',
    tag: 'Reports',
    may: readers,
    params: z.object({
      year: z
        .string()
        .regex(/^\d{4}-\d{2}$/, 'Write the financial year like 2017-18')
        .describe('A financial year, like 2017-18'),
    }),
    answer,
    run: async ({ params, actor, asSystem }) => {
      const year = reportingYear(params['year'] ?? '')
      if (year === null) throw new NotFound('year')
      const reported = await asSystem('annual report', (tx) =>
        annualFigures(tx, measures, { authorityId: actor.authorityId, ...year }),
      )
      if (!hasRows(reported)) throw new NotFound('year')
      const listed = reported.map(({ measure: { id, title, definition, source }, figure }) => ({
        id,
        title,
        definition,
        source,
        ...figure,
      }))
      return { authority: actor.authorityCode, year: year.label, measures: listed }
    },
  }
}
