import { BadRequest } from '#platform/lib/errors.ts'
import { html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { choice, hiddenId, text } from '#platform/web/fields.ts'
import { form, freshForm, type FormState, typedIn } from '#platform/web/form.ts'
import { hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { areaField, radiosField } from '#people/persons/fields.view.ts'
import { getPlanOf, readPlanOf, planParams, type PlanOf } from '#support/plans/plan-of.ts'
import { planForm } from '#support/plans/plan-form.view.ts'
import { planners } from '#support/plans/plan.ts'
import { planStanding } from '#support/plans/plan-words.ts'
import { reviewOnRequest } from '#support/diary/review-dates.rules.ts'
import { insertReview } from '#support/diary/reviews.sql.ts'

const askForm = form({
  kind: choice(['asked_for', 'change'], 'Select why the plan is to be reviewed'),
  words: text('Write who asked, or what changed', 1000),
})
const newReview = form({ id: hiddenId() })

/** Asks for a review before the next one is due, s.27(1)(b); refused while the plan is not agreed. */
export const askForReviewPage = page({
  path: '/plans/:id/review',
  door: 'workspace',
  may: planners,
  params: planParams,
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const of = await readPlanOf(tx, actor, params.id)
      const view = viewOf(of, freshForm({ id: newId() }))
      return of.whole.plan.state === 'agreed' ? show(view) : showConflict(view)
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const of = await getPlanOf(tx, params.id)
      const { plan } = of.whole
      if (plan.state !== 'agreed') return showConflict(viewOf(of, freshForm(body)))
      const read = askForm.read(body)
      if (!read.ok) return showAgain(viewOf(of, read.error))
      const made = newReview.read(body)
      if (!made.ok) throw new BadRequest('a new review without an id')
      const { kind, dueFrom, dueOn } = reviewOnRequest(clock.today(), read.value.kind)
      await insertReview(tx, {
        id: made.value.id,
        planId: plan.id,
        personId: plan.personId,
        organisationId: plan.organisationId,
        reviewerId: plan.workerId ?? actor.accountId,
        kind,
        dueFrom,
        dueOn,
        askedOn: clock.today(),
        askedWords: read.value.words,
      })
      return see(`/reviews/${made.value.id}`)
    }),
})

function viewOf(of: PlanOf, state: FormState): PageView {
  const { plan } = of.whole
  const notYet = html`<div class="app-conflict" role="alert" tabindex="-1">
    <h2 class="govuk-heading-m">Only a plan that is agreed can be reviewed</h2>
    <p class="govuk-body">
      This one is ${planStanding(plan)}.
      ${plan.state === 'draft' ? 'Change the draft itself, and agree it with the carer.' : ''}
    </p>
  </div>`
  return planForm({
    of,
    title: 'Ask for a review',
    part: 'needs',
    state,
    button: 'Ask for a review',
    notice: plan.state === 'agreed' ? '' : notYet,
    fields: html`${hidden('id', typedIn(state, 'id') || newId())}
      ${radiosField(state, {
        name: 'kind',
        label: 'Why?',
        options: [
          ['asked_for', 'The carer, or someone for them, asked'],
          ['change', 'Something changed'],
        ],
      })}
      ${areaField(state, { name: 'words', label: 'Who asked, or what changed?' })}
      <p class="govuk-body">It comes onto the list and is due within four weeks.</p>`,
  })
}
