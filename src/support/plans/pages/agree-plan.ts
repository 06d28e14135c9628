import type { FormState } from '#platform/web/form.ts'
import { form, freshForm, typedIn, dayTyped } from '#platform/web/form.ts'
import { choice, day, optionalText, text } from '#platform/web/fields.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { page, see, show, showAgain, showConflict } from '#platform/web/page.ts'
import { fullName } from '#people/persons/person.ts'
import { agreePlan, planSeen } from '../agree-plan.ts'
import { agreedHows, type AgreedHow, planners } from '../plan.ts'
import { getPlanOf, readPlanOf, planParams, type PlanOf } from '../plan-of.ts'
import { agreePlanView } from './agree-plan.view.ts'

const agreeForm = (startedOn: IsoDate, today: IsoDate) =>
  form({
    by: text('Enter the name of who agreed', 120),
    how: choice(Object.keys(agreedHows) as AgreedHow[], 'Select how they agreed'),
    on: day('Enter the day on which they agreed', 'The day on which they agreed', {
      notBefore: { date: startedOn, words: 'The day must not be before the plan was begun' },
      notAfter: { date: today, words: 'The day on which they agreed must be today or in the past' },
    }),
    involved: optionalText(500),
    copiesTo: optionalText(500),
  })

/** Makes a draft the plan that holds, s.25(5): refused in words while something is missing. */
export const agreePlanPage = page({
  path: '/plans/:id/agree',
  door: 'workspace',
  may: planners,
  params: planParams,
  get: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const of = await readPlanOf(tx, actor, params.id)
      const { plan } = of.whole
      if (plan.state !== 'draft') return see(`/plans/${plan.id}`)
      const state = freshForm({ by: fullName(of.person), ...dayTyped('on', clock.today()) })
      return show(agreePlanView({ of, state, seen: planSeen(of.whole) }))
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const of = await getPlanOf(tx, params.id)
      const { id, startedOn, state } = of.whole.plan
      if (state !== 'draft') return see(`/plans/${id}`)
      const sent = freshForm(body)
      const seen = typedIn(sent, 'seen')
      const read = agreeForm(isoDate(startedOn), clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(of, read.error, seen))
      const agreed = await agreePlan(tx, { actor, id, seen, agreement: read.value })
      if (agreed.ok) return see(`/plans/${id}/send`)
      switch (agreed.error.because) {
        case 'changed':
          return showConflict(
            agreePlanView({ of, state: sent, seen: planSeen(of.whole), changed: true }),
          )
        case 'incomplete':
          return showAgain(viewOf(of, sent, seen))
      }
    }),
})

function viewOf(of: PlanOf, state: FormState, seen: string) {
  return agreePlanView({ of, state, seen })
}
