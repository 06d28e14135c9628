import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { BadRequest } from '#platform/lib/errors.ts'
import { html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { hiddenId, text } from '#platform/web/fields.ts'
import { form, freshForm, type FormState, typedIn } from '#platform/web/form.ts'
import { faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { listPlansOf } from '#support/plans/plans.sql.ts'
import { reviewOnRequest } from '#support/diary/review-dates.rules.ts'
import { insertReview } from '#support/diary/reviews.sql.ts'

const askForm = form({ words: text('Tell us why we should look at your plan again', 1000) })
const newReview = form({ id: hiddenId() })

/** The carer asks for a review of their own plan: Care Act 2014 s.27(1)(b). */
export const lookAgainPage = page({
  path: '/my/plan/look-again',
  door: 'carer',
  may: ['carer'],
  get: ({ actor, asActor }) =>
    asActor(async (tx) => {
      const plans = actor.personId === null ? [] : await listPlansOf(tx, actor.personId)
      if (!plans.some(({ state }) => state === 'agreed')) return see('/my/plan')
      return show(askView(freshForm({ id: newId() })))
    }),
  post: async ({ actor, body, clock, asActor, asSystem }) => {
    const plan = await asActor(async (tx) => {
      const plans = actor.personId === null ? [] : await listPlansOf(tx, actor.personId)
      return plans.find(({ state }) => state === 'agreed')
    })
    if (plan === undefined) return see('/my/plan')
    const read = askForm.read(body)
    if (!read.ok) return showAgain(askView(read.error))
    const made = newReview.read(body)
    if (!made.ok) throw new BadRequest('a request without an id')
    const { kind, dueFrom, dueOn } = reviewOnRequest(clock.today(), 'asked_for')
    // Carers write no casework themselves, so the house puts their request onto the worker's list.
    await asSystem('a carer asks for a review', (tx) =>
      insertReview(tx, {
        id: made.value.id,
        planId: plan.id,
        personId: plan.personId,
        organisationId: plan.organisationId,
        reviewerId: plan.workerId,
        kind,
        dueFrom,
        dueOn,
        askedOn: clock.today(),
        askedWords: `The carer, online: ${read.value.words}`,
      }),
    )
    return see(`/my/plan/look-again/${made.value.id}`)
  },
})

function askView(state: FormState): PageView {
  return {
    title: 'Ask us to look at your plan again',
    before: govukBackLink({ href: '/my/plan', text: 'Back to your plan' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        ${formTag({
          body: html`${hidden('id', typedIn(state, 'id') || newId())}
          ${govukTextarea({
            ...fieldOf(state, 'words'),
            label: {
              text: 'What should we look at again?',
              classes: 'govuk-label--l',
              isPageHeading: true,
            },
            hint: {
              text: 'Something changed, or the plan does not work for you. A few words are enough.',
            },
          })}
          ${govukButton({ text: 'Ask us', preventDoubleClick: true })}`,
        })}
      </div>
    </div>`,
  }
}
