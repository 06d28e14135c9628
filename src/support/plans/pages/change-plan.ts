import { BadRequest } from '#platform/lib/errors.ts'
import { html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { hiddenId } from '#platform/web/fields.ts'
import { form, freshForm } from '#platform/web/form.ts'
import { hidden } from '#platform/web/form-view.ts'
import { page, see, show } from '#platform/web/page.ts'
import { changePlan } from '../change-plan.ts'
import { planners } from '../plan.ts'
import { readPlanOf, planParams } from '../plan-of.ts'
import { planForm } from '../plan-form.view.ts'

const changeForm = form({ id: hiddenId() })

/** Begins the next number of the plan that holds; the old one is kept beside it. */
export const changePlanPage = page({
  path: '/plans/:id/change',
  door: 'workspace',
  may: planners,
  params: planParams,
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const of = await readPlanOf(tx, actor, params.id)
      if (of.whole.plan.state !== 'agreed') return see(`/plans/${params.id}`)
      return show(
        planForm({
          of,
          title: 'Change the plan',
          part: 'needs',
          state: freshForm(),
          button: 'Begin the changed plan',
          fields: html`${hidden('id', newId())}
            <p class="govuk-body">
              A new draft begins with the words of this plan: its needs, the goals not reached yet
              and the support still to do. This plan goes on until the new one is agreed, and is
              kept after that.
            </p>
            <p class="govuk-body">
              One-off payments stay where they are, so that nothing is paid twice.
            </p>`,
        }),
      )
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const sent = changeForm.read(body)
      if (!sent.ok) throw new BadRequest('a changed plan without an id')
      const { id } = sent.value
      const begun = await changePlan(tx, { actor, id, from: params.id, today: clock.today() })
      return see(`/plans/${begun.ok ? begun.value : begun.error.id}`)
    }),
})
