import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { dayInWords, inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing } from '#platform/lib/html.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import { freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { areaField, fieldGroup, radiosField } from '#people/persons/fields.view.ts'
import { iStatement } from '#support/plans/i-statements.ts'
import { howOften } from '#support/plans/plan.ts'
import { recommends, satisfactions } from '#support/diary/review.ts'
import {
  type BeforeReview,
  findBeforeReview,
  keepHomeAnswers,
  readHomeAnswers,
} from '../answer-before.ts'
import { answerFor } from '../review-of.ts'

/** The carer answers at home, before the talk: how their goals stand and what they think of the support. */
export const beforeReviewPage = page({
  path: '/my/plan/before-review',
  door: 'carer',
  may: ['carer'],
  get: ({ actor, asActor }) =>
    asActor(async (tx) => {
      const of = await findBeforeReview(tx, actor.personId)
      return of === null ? see('/my/plan') : show(viewOf(of, freshForm(typedBefore(of))))
    }),
  post: async ({ actor, body, clock, asActor, asSystem }) => {
    const of = await asActor((tx) => findBeforeReview(tx, actor.personId))
    if (of === null) return see('/my/plan')
    const read = readHomeAnswers(body, of.whole.goals)
    if (!read.ok) return showAgain(viewOf(of, read.error))
    // Carers write no casework themselves, so the house keeps their answers for the review.
    await asSystem('a carer answers before a review', (tx) =>
      keepHomeAnswers(tx, of, read.value, clock.today()),
    )
    return see('/my/plan/before-review')
  },
})

function typedBefore({ whole, answers, feedback }: BeforeReview): Record<string, string> {
  const goals = whole.goals.map((goal) => [
    `answer-${goal.id}`,
    answerFor(goal, answers, 'carer')?.answer ?? '',
  ])
  return {
    ...Object.fromEntries(goals),
    satisfaction: feedback?.satisfaction ?? '',
    recommend: feedback?.recommend ?? '',
    feedbackWords: feedback?.words ?? '',
  }
}

function viewOf(of: BeforeReview, state: FormState): PageView {
  const { review, whole } = of
  return {
    title: 'Before we talk about your plan',
    before: govukBackLink({ href: '/my/plan', text: 'Back to your plan' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">Before we talk about your plan</h1>
        ${answeredAlready(of)}
        <p class="govuk-body">
          We will talk with you by ${dayInWords(isoDate(review.dueOn))}. If you like, answer here
          first, in your own time. Leave out what you do not want to answer. We go through it
          together when we talk, and you can change your mind.
        </p>
        ${formTag({
          body: html`${whole.goals.map(({ id, words, iStatement: statement }) =>
            fieldGroup(
              `“${words}”`,
              radiosField(state, {
                name: `answer-${id}`,
                label: `“${iStatement(statement)}.” How often can you say this now?`,
                options: Object.entries(howOften),
              }),
            ),
          )}
          ${fieldGroup(
            'What do you think of the support?',
            html`<p class="govuk-body">
              Who works with you can read this. In our reports nobody is named.
            </p>`,
            radiosField(state, {
              name: 'satisfaction',
              label: 'How satisfied are you with the support?',
              options: Object.entries(satisfactions),
            }),
            radiosField(state, {
              name: 'recommend',
              label: 'Would you recommend it to somebody in your place?',
              options: Object.entries(recommends),
            }),
            areaField(state, {
              name: 'feedbackWords',
              label: 'Anything else about it? (optional)',
              rows: 3,
            }),
          )}
          ${govukButton({ text: 'Save my answers', preventDoubleClick: true })}`,
        })}
      </div>
    </div>`,
  }
}

function answeredAlready({ answers, feedback }: BeforeReview) {
  const days = [
    ...answers.filter(({ answeredBy }) => answeredBy === 'carer').map((one) => one.answeredOn),
    ...(feedback === null ? [] : [feedback.saidOn]),
  ].toSorted()
  const last = days.at(-1)
  return last === undefined
    ? nothing
    : govukInsetText({
        text: `Thank you. We have your answers of ${inWords(isoDate(last))}. You can change them here until we talk.`,
      })
}
