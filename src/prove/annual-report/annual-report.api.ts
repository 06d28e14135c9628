import { z } from 'zod'
import { NotFound } from '#platform/lib/errors.ts'
import type { ApiRoute, Measure } from '#platform/room.ts'
import { reportingYear } from '../measures/reporting-year.rules.ts'
import { annualFigures, hasRows } from './annual-report.ts'
import { readers } from './pages/annual-report.ts'
import { figureFor } from './shown-figure.ts'

const count = z
  .union([z.number(), z.enum(['fewer than 5', 'not shown'])])
  .describe('Words in place of small numbers, for those who do not work with carers')

const answer = z.object({
  authority: z.string(),
  year: z.string(),
  from: z.string().describe('The first day of the year'),
  to: z.string().describe('The last day of the year'),
  measures: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      definition: z.string(),
      source: z.string(),
      outcome: z.string(),
      value: z.number().nullable().describe('Null where nothing was recorded'),
      rows: z.int().describe('How many rows the figure was counted from'),
      percent: z.number().optional(),
      by_year: z.record(z.string(), z.number()).optional(),
      by_district: z.record(z.string(), count).optional(),
      table: z.record(z.string(), z.record(z.string(), count)).optional(),
    }),
  ),
})

const yearWords = 'Write the financial year like 2017-18'

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
        .regex(/^\d{4}-\d{2}$/, yearWords)
        .refine((label) => reportingYear(label) !== null, yearWords)
        .describe('A financial year, like 2017-18'),
    }),
    answer,
    run: async ({ params, actor, asSystem }) => {
      const year = reportingYear(params['year'] ?? '')
      if (year === null) throw new NotFound('year')
      const { authorityId } = actor
      const reported = await asSystem('annual report', async (tx) => {
        if (!(await hasRows(tx, authorityId, year))) throw new NotFound('year')
        return annualFigures(tx, measures, { authorityId, ...year })
      })
      const listed = reported.map(({ measure, figure }) => {
        const { id, title, definition, source, outcome } = measure
        return { id, title, definition, source, outcome, ...figureFor(actor, figure) }
      })
      const { label, from, to } = year
      return { authority: actor.authorityCode, year: label, from, to, measures: listed }
    },
  }
}
