import { stringify } from 'csv-stringify/sync'
import { guarded } from '#platform/lib/csv.ts'
import { iStatement } from '#support/plans/i-statements.ts'
import { inOutcomeWords, outcomeFigures } from './outcome-words.ts'
import type { Parted } from './outcomes.rules.ts'
import type { Outcomes } from './read-outcomes.ts'

const header = ['figure', 'from', 'to', 'kind', 'district', 'hub', 'part', 'value', 'definition']

/** The figures of outcomes as a table, one line a number, with the group that it is of. */
export function outcomesCsv(outcomes: Outcomes): string {
  const { from, to, kind, district, hub } = outcomes.filter
  const of = [from, to, kind ?? 'all', district ?? 'all', hub ?? 'all']
  const line = (title: string, part: string, value: string | number | null, definition = '') => [
    title,
    ...of,
    part,
    value ?? '',
    definition,
  ]
  const parts = (title: string, definition: string, { total, parts: each, good }: Parted) => [
    line(title, 'total', total, definition),
    line(title, 'per cent', good),
    ...[...each].map(([code, count]) => line(title, inOutcomeWords(code), count)),
  ]
  const { goals, six, satisfaction, recommend } = outcomeFigures
  const lines = [
    ...parts(goals.title, goals.definition, outcomes.goals),
    ...parts('I-statements at the plan', '', outcomes.before),
    ...parts('I-statements at the review', '', outcomes.after),
    ...outcomes.statements.flatMap(({ id, asked, before, after }) => [
      line(iStatement(id), 'goals', asked),
      line(iStatement(id), 'always or most of the time, at the plan', before),
      line(iStatement(id), 'always or most of the time, at the review', after),
    ]),
    line(six.title, 'carers', outcomes.six.carers, six.definition),
    line(six.title, 'mean of first scores', outcomes.six.before),
    line(six.title, 'mean of last scores', outcomes.six.after),
    line(six.title, 'better', outcomes.six.better),
    ...parts(satisfaction.title, satisfaction.definition, outcomes.satisfaction),
    ...parts(recommend.title, recommend.definition, outcomes.recommend),
  ]
  return stringify([header, ...lines.map((each) => each.map(guarded))], {
    bom: true,
    record_delimiter: 'windows',
  })
}
