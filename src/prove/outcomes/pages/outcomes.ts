import type { Duty } from '#platform/access/duties.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { file, page, show } from '#platform/web/page.ts'
import { outcomeQuery } from '../outcome-filter.ts'
import { outcomesCsv } from '../outcomes.csv.ts'
import { readOutcomes } from '../read-outcomes.ts'
import { outcomesView } from './outcomes.view.ts'

/** Who reads outcomes: those who read the county's other figures. */
export const outcomeReaders = [
  'manager',
  'analyst',
  'commissioner',
  'council_practitioner',
  'safeguarding_lead',
] as const satisfies readonly Duty[]

/** What support came to, for any group and period: goals, statements, six questions, satisfaction. */
export const outcomesPage = page({
  path: '/reports/outcomes',
  door: 'workspace',
  may: outcomeReaders,
  query: outcomeQuery,
  get: async (context) =>
    show({
      title: 'Outcomes',
      before: govukBackLink({ text: 'Reports', href: '/reports' }),
      main: await outcomesView(await readOutcomes(context, context.query)),
      wide: true,
      current: '/reports',
    }),
})

/** The same figures as a table for a spreadsheet. */
export const outcomesCsvPage = page({
  path: '/reports/outcomes/figures.csv',
  door: 'workspace',
  may: outcomeReaders,
  query: outcomeQuery,
  get: async (context) => {
    const outcomes = await readOutcomes(context, context.query)
    const { from, to } = outcomes.filter
    return file({
      name: `outcomes-${context.actor.authorityCode}-${from}-${to}.csv`,
      type: 'text/csv; charset=utf-8',
      body: outcomesCsv(outcomes),
      disposition: 'attachment',
    })
  },
})
