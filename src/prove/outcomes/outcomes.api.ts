import { z } from 'zod'
import type { ApiRoute } from '#platform/room.ts'
import { reportingYear } from '../measures/reporting-year.rules.ts'
import { outcomeQuery, planKinds } from './outcome-filter.ts'
import { outcomeFigures } from './outcome-words.ts'
import type { Parted } from './outcomes.rules.ts'
import { outcomeReaders } from './pages/outcomes.ts'
import { readOutcomes } from './read-outcomes.ts'

const count = z
  .union([z.number(), z.enum(['fewer than 5', 'not shown'])])
  .describe('Words in place of small numbers, for those who do not work with carers')

const parted = z.object({
  definition: z.string(),
  total: count,
  percent: z.number().nullable().describe('Null where nothing was recorded or it is withheld'),
  parts: z.record(z.string(), count),
})

const answer = z.object({
  authority: z.string(),
  from: z.string(),
  to: z.string(),
  goals: parted,
  statements_before: z.record(z.string(), count),
  statements_after: z.record(z.string(), count),
  six_questions: z.object({
    definition: z.string(),
    carers: count,
    first: z.number().nullable(),
    last: z.number().nullable(),
    better: count,
  }),
  satisfaction: parted,
  recommend: parted,
})

const yearWords = 'Write the financial year like 2017-18'

/** The figures of outcomes for a group and a time, as the page shows them. */
export const outcomesApi: ApiRoute = {
  method: 'GET',
  path: '/api/reports/outcomes',
  summary: 'What support came to, for any group and period',
  tag: 'Reports',
  may: outcomeReaders,
  query: z.object({
    year: z
      .string()
      .regex(/^\d{4}-\d{2}$/, yearWords)
      .refine((label) => reportingYear(label) !== null, yearWords)
      .optional()
      .describe('A financial year, like 2017-18; this one unless told'),
    quarter: z.enum(['1', '2', '3', '4']).optional().describe('1 is April to June'),
    kind: z.enum(Object.keys(planKinds)).optional(),
    district: z.string().optional().describe('The code of a district, like E07000235'),
    hub: z.string().optional().describe('The number of an organisation'),
  }),
  answer,
  run: async (context) => {
    const outcomes = await readOutcomes(context, outcomeQuery.parse(context.query))
    const { filter, goals, before, after, six, satisfaction, recommend } = outcomes
    return {
      authority: context.actor.authorityCode,
      from: filter.from,
      to: filter.to,
      goals: said('goals', goals),
      statements_before: Object.fromEntries(before.parts),
      statements_after: Object.fromEntries(after.parts),
      six_questions: {
        definition: outcomeFigures.six.definition,
        carers: six.carers,
        first: six.before,
        last: six.after,
        better: six.better,
      },
      satisfaction: said('satisfaction', satisfaction),
      recommend: said('recommend', recommend),
    }
  },
}

const said = (id: 'goals' | 'satisfaction' | 'recommend', { total, parts, good }: Parted) => ({
  definition: outcomeFigures[id].definition,
  total,
  percent: good,
  parts: Object.fromEntries(parts),
})
