import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { choicesOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { type FormState, typedIn } from '#platform/web/form.ts'
import { areaField, dayField, fieldGroup, radiosField } from '#people/persons/fields.view.ts'
import { iStatement } from '#support/plans/i-statements.ts'
import { howOften, type PlanGoal } from '#support/plans/plan.ts'
import { asksGoals } from '../review-form.ts'
import { recommends, reviewOutcomes, satisfactions } from '#support/diary/review.ts'
import { answerFor, type ReviewOf } from '../review-of.ts'
import { feedbackView } from './feedback.view.ts'
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
    ${plan ? whole.goals.map((goal) => goalAsked(state, goal, of)) : nothing}
    ${areaField(state, {
      name: 'changed',
      label: plan ? 'What has changed?' : 'What was the money used for, and did it meet the need?',
      hint: plan
        ? 'In their life, in the caring, in the help they get. If nothing, say so. The carer reads this'
        : 'The carer reads this',
    })}
    ${areaField(state, { name: 'working', label: 'What works? (optional)' })}
    ${areaField(state, { name: 'notWorking', label: 'What does not? (optional)' })}
    ${plan ? radiosField(state, { name: 'breaks', label: 'Did you talk about breaks from caring?', options: yesNo, inline: true }) : nothing}
    ${paymentReviewOpen ? paymentsToo(state) : nothing} ${plan ? feedbackAsked(state, of) : nothing}
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

function goalAsked(state: FormState, goal: PlanGoal, { answers }: ReviewOf): Html {
  const { id, words, iStatement: statement, answerBefore } = goal
  const home = answerFor(goal, answers, 'carer')
  const atHome =
    home === undefined
      ? ''
      : ` They answered at home on ${inWords(isoDate(home.answeredOn))}: ${howOften[home.answer].toLowerCase()}.`
  const before =
    answerBefore === null ? '' : ` At the start: ${howOften[answerBefore].toLowerCase()}.`
  return fieldGroup(
    `“${words}”`,
    radiosField(state, {
      name: `answer-${id}`,
      label: 'How often can the carer say this now?',
      hint: `${iStatement(statement)}.${before}${atHome}`,
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

/** Asked in the talk, unless the carer said it at home already. */
function feedbackAsked(state: FormState, { feedback }: ReviewOf): Html {
  if (feedback?.saidBy === 'carer') return feedbackView(feedback)
  return fieldGroup(
    'What the carer says of the support',
    html`<p class="govuk-body">
      Ask, and leave out what they would rather not say. It counts in the outcomes, where nobody is
      named.
    </p>`,
    radiosField(state, {
      name: 'satisfaction',
      label: 'How satisfied are they with the support? (optional)',
      options: Object.entries(satisfactions),
    }),
    radiosField(state, {
      name: 'recommend',
      label: 'Would they recommend it to somebody in the same place? (optional)',
      options: Object.entries(recommends),
      inline: true,
    }),
    areaField(state, { name: 'feedbackWords', label: 'In their own words (optional)', rows: 2 }),
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
