import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { choicesOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { type FormState, typedIn } from '#platform/web/form.ts'
import { areaField, dayField, fieldGroup, radiosField } from '#people/persons/fields.view.ts'
import { iStatement } from '#support/plans/i-statements.ts'
import { howOften, type PlanGoal } from '#support/plans/plan.ts'
import { asksGoals } from '../review-form.ts'
import { reviewOutcomes } from '#support/diary/review.ts'
import type { ReviewModel } from './review.view.ts'

/** The form of a review: the goals asked again, what changed, and what follows. */
export function reviewFormView({ of, state }: ReviewModel): Html {
  const { review, whole, paymentReviewOpen } = of
  const plan = asksGoals(review)
  return html`${faultSummary(state)}
  ${formTag({
    body: html`${hidden('version', review.version)}
    ${hidden('nextPlanId', typedIn(state, 'nextPlanId'))}
    ${dayField(state, { name: 'doneOn', label: 'When did you talk?' })}
    ${plan ? whole.goals.map((goal) => goalAsked(state, goal)) : nothing}
    ${areaField(state, {
      name: 'changed',
      label: plan ? 'What has changed?' : 'What was the money used for, and did it meet the need?',
      hint: plan
        ? 'In their life, in the caring, in the help they get. If nothing, say so'
        : undefined,
    })}
    ${areaField(state, { name: 'working', label: 'What works? (optional)' })}
    ${areaField(state, { name: 'notWorking', label: 'What does not? (optional)' })}
    ${plan ? radiosField(state, { name: 'breaks', label: 'Did you talk about breaks from caring?', options: yesNo, inline: true }) : nothing}
    ${paymentReviewOpen ? paymentsToo(state) : nothing}
    ${radiosField(state, {
      name: 'outcome',
      label: 'What follows?',
      hint: 'A review is no way to cut support without a reason',
      options: Object.entries(reviewOutcomes),
    })}
    ${areaField(state, { name: 'reason', label: 'If the plan ends: why?', rows: 2 })}
    ${govukButton({ text: 'Save the review', preventDoubleClick: true })}`,
  })}`
}

const yesNo = [
  ['yes', 'Yes'],
  ['no', 'No'],
] as const

function goalAsked(
  state: FormState,
  { id, words, iStatement: statement, answerBefore }: PlanGoal,
): Html {
  const before =
    answerBefore === null ? '' : ` At the start: ${howOften[answerBefore].toLowerCase()}.`
  return fieldGroup(
    `“${words}”`,
    radiosField(state, {
      name: `answer-${id}`,
      label: 'How often can the carer say this now?',
      hint: `${iStatement(statement)}.${before}`,
      options: Object.entries(howOften),
    }),
    radiosField(state, {
      name: `met-${id}`,
      label: 'Is the goal reached?',
      options: yesNo,
      inline: true,
    }),
  )
}

const paymentsToo = (state: FormState): Html =>
  govukCheckboxes({
    ...choicesOf(state, 'paymentsToo'),
    classes: 'govuk-checkboxes--small',
    items: [
      {
        value: 'yes',
        text: 'We also looked at how the direct payment is used',
        hint: { text: 'Its own review is then done too (SI 2014/2871, regulation 7)' },
      },
    ],
  })
