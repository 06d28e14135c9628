import { workers } from '#platform/access/duties.ts'
import { holds } from '#platform/access/actor.ts'
import { page, show } from '#platform/web/page.ts'
import { listReviewsOf } from '#support/diary/reviews.sql.ts'
import { listBases } from '../plan-basis.sql.ts'
import { getPlanPeople } from '#support/plan-people.sql.ts'
import { planners } from '../plan.ts'
import { listPlansOf } from '../plans.sql.ts'
import { readPlanOf, planParams } from '../plan-of.ts'
import { planView } from './plan.view.ts'
import { restsOnView } from './rests-on.view.ts'

/** One number of a support plan, with what it lacks and what comes next. */
export const planPage = page({
  path: '/plans/:id',
  door: 'workspace',
  may: workers,
  params: planParams,
  get: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const of = await readPlanOf(tx, actor, params.id)
      const { plan } = of.whole
      const all = await listPlansOf(tx, plan.personId)
      const reviews = await listReviewsOf(tx, plan.personId)
      const planner = holds(actor, ...planners)
      const bases = plan.state === 'draft' ? await listBases(tx, plan.personId) : []
      return show(
        planView({
          ...of,
          planner,
          today: clock.today(),
          people: await getPlanPeople(tx, plan),
          others: all.filter(({ id, reference }) => reference === plan.reference && id !== plan.id),
          reviews: reviews.filter(({ planId }) => planId === plan.id),
          restsOn: restsOnView({ plan, bases, planner }),
        }),
      )
    }),
})
