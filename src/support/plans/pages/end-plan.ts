import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { text } from '#platform/web/fields.ts'
import { form, freshForm, type FormState } from '#platform/web/form.ts'
import { html } from '#platform/lib/html.ts'
import { areaField } from '#people/persons/fields.view.ts'
import { endPlan } from '../end-plan.ts'
import { afterStep, planners } from '../plan.ts'
import { getPlanOf, readPlanOf, planParams, type PlanOf } from '../plan-of.ts'
import { planForm } from '../plan-form.view.ts'

const endForm = form({ reason: text('Write why the plan ends', 500) })

/** Ends a plan with its reason, or gives up a draft. */
export const endPlanPage = page({
  path: '/plans/:id/end',
  door: 'workspace',
  may: planners,
  params: planParams,
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const of = await readPlanOf(tx, actor, params.id)
      if (afterStep(of.whole.plan.state, 'end') === null) return see(`/plans/${params.id}`)
      return show(viewOf(of, freshForm()))
    }),
  post: ({ params, body, clock, asActor }) =>
    asActor(async (tx) => {
      const of = await getPlanOf(tx, params.id)
      const { id, state } = of.whole.plan
      if (afterStep(state, 'end') === null) return see(`/plans/${id}`)
      const read = endForm.read(body)
      if (!read.ok) return showAgain(viewOf(of, read.error))
      await endPlan(tx, { whole: of.whole, on: clock.today(), reason: read.value.reason })
      return see(`/plans/${id}`)
    }),
})

function viewOf(of: PlanOf, state: FormState): PageView {
  const draft = of.whole.plan.state === 'draft'
  return planForm({
    of,
    title: draft ? 'Give up this draft' : 'End the plan',
    part: 'needs',
    state,
    button: draft ? 'Give up the draft' : 'End the plan',
    fields: html`<p class="govuk-body">
        ${draft ? 'The draft is kept, but nothing more is written in it. Payments that it put forward are cancelled.' : 'The plan is kept. Reviews still to come are taken off the list, and payments that go on are stopped.'}
      </p>
      ${areaField(state, { name: 'reason', label: 'Why?' })}`,
  })
}
