import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { Conflict } from '#platform/lib/errors.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { freshForm, type FormState, typedIn, withFault } from '#platform/web/form.ts'
import { hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { planners } from '../plan.ts'
import { lockPlan } from '../plans.sql.ts'
import { sendFields, sendForm, sendNotices, usualSending, whyNotSent } from '../send-form.view.ts'
import { sendPlan } from '../send-plan.ts'
import { getPlanOf, readPlanOf, planParams, type PlanOf } from '../plan-of.ts'
import { planForm } from '../plan-form.view.ts'

/** Sends the agreed plan to its carer, as they read, s.25(10); the same form sent twice sends it once. */
export const sendPlanPage = page({
  path: '/plans/:id/send',
  door: 'workspace',
  may: planners,
  params: planParams,
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const of = agreed(await readPlanOf(tx, actor, params.id))
      return show(viewOf(of, freshForm(usualSending(of.person))))
    }),
  post: ({ params, body, clock, config, asActor }) =>
    asActor(async (tx) => {
      await lockPlan(tx, params.id)
      const of = agreed(await getPlanOf(tx, params.id))
      const { plan } = of.whole
      if (body['sentBefore'] !== (plan.sentAt ?? '')) return see(`/plans/${plan.id}`)
      const read = sendForm(of.person, 'Select how to send the plan').read(body)
      if (!read.ok) return showAgain(viewOf(of, read.error))
      const why = await whyNotSent(tx, of.person, read.value)
      if (why !== null) return showAgain(viewOf(of, withFault(body, 'way', why)))
      await sendPlan(tx, { ...of, ...read.value, at: clock.now(), url: config.url })
      return see(`/plans/${plan.id}`)
    }),
})

function agreed(of: PlanOf): PlanOf {
  const { state } = of.whole.plan
  if (state !== 'agreed') throw new Conflict('only an agreed plan is sent')
  return of
}

function viewOf(of: PlanOf, state: FormState): PageView {
  const { person, whole } = of
  return planForm({
    of,
    title: 'Send the plan to the carer',
    part: 'needs',
    state,
    button: 'Send',
    notice: notices(of),
    fields: html`${hidden('sentBefore', typedIn(state, 'sentBefore') || (whole.plan.sentAt ?? ''))}
    ${sendFields(state, person)}`,
  })
}

function notices({ person, whole }: PlanOf): Html {
  const copies =
    whole.plan.copiesTo === null
      ? nothing
      : govukInsetText({
          text: `Copies were asked for, to: ${whole.plan.copiesTo}. Print them from the plan.`,
        })
  return html`${sendNotices(person)} ${copies}`
}
