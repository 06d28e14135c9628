import { holds } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import { knownAuthorities, type District } from '#platform/reference/england.ts'
import type { Context } from '#platform/web/page.ts'
import { recommends, satisfactions } from '#support/diary/review.ts'
import { type ReportingYear, reportingYearOf } from '../measures/reporting-year.rules.ts'
import { type OutcomeFilter, outcomeFilter, type OutcomeQuery } from './outcome-filter.ts'
import {
  answers,
  goalsMet,
  type Parted,
  said,
  type SixFigure,
  sixQuestionsFigure,
  type StatementFigure,
  statements,
} from './outcomes.rules.ts'
import {
  countOutcomes,
  listHubs,
  recommending,
  reviewedGoals,
  satisfied,
  sixQuestions,
} from './outcomes.sql.ts'

export type Outcomes = {
  readonly authority: string
  readonly filter: OutcomeFilter
  readonly districts: readonly District[]
  readonly hubs: readonly { readonly id: number; readonly name: string }[]
  readonly thisYear: ReportingYear
  /** Whether small numbers are withheld from this reader. */
  readonly withheld: boolean
  readonly goals: Parted
  readonly before: Parted
  readonly after: Parted
  readonly statements: readonly StatementFigure[]
  readonly six: SixFigure
  readonly satisfaction: Parted
  readonly recommend: Parted
}

type Asker = Pick<Context, 'asSystem' | 'actor' | 'clock'>

/** The filter of an address, with what it can be chosen from. */
export async function readFilter({ asSystem, actor, clock }: Asker, asked: OutcomeQuery) {
  const home = knownAuthorities.find(({ id }) => id === actor.authorityId)
  const districts = home?.districts ?? []
  const hubs = await asSystem('outcomes', (tx) => listHubs(tx, actor.authorityId))
  const thisYear = reportingYearOf(clock.today())
  const here = { authorityId: actor.authorityId, thisYear, districts, hubs }
  return {
    authority: home?.name ?? actor.authorityCode,
    districts,
    hubs,
    thisYear,
    filter: outcomeFilter(asked, here),
  }
}

/** Outcomes of a group in a period, counted by the house, as this reader may see them. */
export async function readOutcomes(context: Asker, asked: OutcomeQuery): Promise<Outcomes> {
  const of = await readFilter(context, asked)
  const { filter } = of
  // Whoever works with carers sees every number; commissioners and analysts no small ones.
  const whole = holds(context.actor, ...workers)
  return context.asSystem('outcomes', async (tx) => {
    const goals = await countOutcomes(tx, reviewedGoals(filter))
    return {
      ...of,
      withheld: !whole,
      goals: goalsMet(goals, whole),
      before: answers(goals, 'before', whole),
      after: answers(goals, 'after', whole),
      statements: statements(goals, whole),
      six: sixQuestionsFigure(await countOutcomes(tx, sixQuestions(filter)), whole),
      satisfaction: said(
        await countOutcomes(tx, satisfied(filter)),
        Object.keys(satisfactions),
        ['very', 'quite'],
        whole,
      ),
      recommend: said(
        await countOutcomes(tx, recommending(filter)),
        Object.keys(recommends),
        ['yes'],
        whole,
      ),
    }
  })
}
