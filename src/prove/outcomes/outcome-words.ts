import { recommends, satisfactions } from '#support/diary/review.ts'
import { howOften } from '#support/plans/plan.ts'
import type { Shown } from '../measures/small-numbers.rules.ts'
import type { OutcomeRow } from './outcomes.sql.ts'
import { recommending, reviewedGoals, satisfied, sixQuestions } from './outcomes.sql.ts'

/** The figures of outcomes: what each counts, exactly, and the rows that it opens to. */
export const outcomeFigures = {
  goals: {
    title: 'Goals reached',
    definition:
      'Goals of support plans, in the carer’s own words, that were asked about at a review of the period, each once; of these, those that the carer says are reached.',
    rows: reviewedGoals,
    columns: ['Goal serves', 'At the plan', 'At the review', 'Reached'],
  },
  six: {
    title: 'Six questions: not the national survey',
    definition:
      'Carers who answered our six questions in the period and once before: the mean of their first score and of their last, from 0 to 12. The words are our own, so it cannot be set beside the national survey of adult carers.',
    rows: sixQuestions,
    columns: ['About', 'First score', 'Last score', 'Better'],
  },
  satisfaction: {
    title: 'Satisfied with the support',
    definition:
      'Carers who said at or before a review of their plan how satisfied they are; of these, very or quite satisfied.',
    rows: satisfied,
    columns: ['Asked', 'Before', 'Answer', ''],
  },
  recommend: {
    title: 'Would recommend it',
    definition:
      'Carers who said at or before a review whether they would recommend the support; of these, those who said yes.',
    rows: recommending,
    columns: ['Asked', 'Before', 'Answer', ''],
  },
} as const
export type OutcomeFigure = keyof typeof outcomeFigures
export const outcomeFigureIds = Object.keys(outcomeFigures) as OutcomeFigure[]

const words: Readonly<Record<string, string>> = {
  ...howOften,
  ...satisfactions,
  ...recommends,
  carer: 'At home, by the carer',
  worker: 'In the talk',
  six: 'The six questions',
  met: 'Reached',
  not_met: 'Not reached yet',
}

/** A code of an outcome in words; what is no code stands as it is. */
export const inOutcomeWords = (code: string | null): string =>
  code === null ? '' : (words[code] ?? code)

/** A number as it is shown: its figure, or the words in its place. */
export const shownInWords = (count: Shown): string =>
  typeof count === 'number' ? count.toLocaleString('en-GB') : count

/** Whether a row is better than it was; nothing where that is not asked of it. */
export const metInWords = ({ met }: Pick<OutcomeRow, 'met'>): string =>
  met === null ? '' : met ? 'Yes' : 'No'
