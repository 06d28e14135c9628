import { workers } from '#platform/access/duties.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { html } from '#platform/lib/html.ts'
import { page, see, show } from '#platform/web/page.ts'
import { fullName } from '#people/persons/person.ts'
import { findFormerPlan } from '../former-plan.ts'
import { planChanges } from '../plan-changes.rules.ts'
import { changesTable } from '../plan-changes.view.ts'
import { getWholePlan } from '../plan-lines.sql.ts'
import { planParams, readPlanOf } from '../plan-of.ts'
import { planStanding } from '../plan-words.ts'
import { listPlansOf } from '../plans.sql.ts'

/** A plan beside the number before it, line by line: what a review changed. */
export const planChangesPage = page({
  path: '/plans/:id/changes',
  door: 'workspace',
  may: workers,
  params: planParams,
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const { whole, person } = await readPlanOf(tx, actor, params.id)
      const former = await findFormerPlan(tx, whole.plan)
      if (former === null) throw new NotFound('former plan')
      const numbers = { before: former.plan.number, after: whole.plan.number }
      const title = `What changed in the support plan of ${fullName(person)}`
      return show({
        title,
        wide: true,
        before: govukBackLink({ href: `/plans/${whole.plan.id}`, text: 'Back to the plan' }),
        main: html`<h1 class="govuk-heading-l">${title}</h1>
          <p class="govuk-body">
            Plan ${numbers.after}, ${planStanding(whole.plan)}, beside
            <a class="govuk-link" href="/plans/${former.plan.id}">plan ${numbers.before}</a>,
            ${planStanding(former.plan)}.
          </p>
          ${changesTable(planChanges(former, whole), numbers)}`,
      })
    }),
})

/** The same for the carer, of the plan that holds now. */
export const myPlanChangesPage = page({
  path: '/my/plan/changes',
  door: 'carer',
  may: ['carer'],
  get: ({ actor, asActor }) =>
    asActor(async (tx) => {
      const plans = actor.personId === null ? [] : await listPlansOf(tx, actor.personId)
      const plan = plans.find(({ state }) => state === 'agreed')
      const former = plan === undefined ? null : await findFormerPlan(tx, plan)
      if (plan === undefined || former === null) return see('/my/plan')
      const whole = await getWholePlan(tx, plan.id)
      const numbers = { before: former.plan.number, after: plan.number }
      return show({
        title: 'What changed in your plan',
        before: govukBackLink({ href: '/my/plan', text: 'Back to your plan' }),
        main: html`<h1 class="govuk-heading-l">What changed in your plan</h1>
          <p class="govuk-body">
            Your plan now was ${planStanding(plan)}. This is what it says, beside your plan from
            before. If something is not right,
            <a class="govuk-link" href="/my/plan/look-again">ask us to look at it again</a>.
          </p>
          ${changesTable(planChanges(former, whole, 'carer'), numbers)}`,
      })
    }),
})
