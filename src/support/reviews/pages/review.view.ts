import { formatLinks } from '#platform/documents/formats.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { factList, type Fact } from '#platform/govuk/own/fact-list.ts'
import { identityStrip } from '#platform/govuk/own/identity-strip.ts'
import { recordColumns } from '#platform/govuk/own/record-columns.ts'
import { dayInWords, inWords, isoDate, type IsoDate, londonDay } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import type { PageView } from '#platform/web/page.ts'
import { fullName } from '#people/persons/person.ts'
import { iStatement } from '#support/plans/i-statements.ts'
import { howOften, type HowOften, type PlanGoal } from '#support/plans/plan.ts'
import { planStanding } from '#support/plans/plan-words.ts'
import { formatWords } from '#support/plans/send-formats.ts'
import { reviewStanding } from '#support/diary/review-dates.rules.ts'
import { type Review, reviewKinds, reviewOutcomes } from '#support/diary/review.ts'
import { answerFor, type ReviewOf } from '../review-of.ts'
import { feedbackView } from './feedback.view.ts'
import { reviewFormView } from './review-form.view.ts'

export type ReviewModel = {
  readonly of: ReviewOf
  readonly state: FormState
  readonly mayHold: boolean
  readonly today: IsoDate
}

/** A review: what it is about on the left; on the right the form, or what was found. */
export function reviewView(model: ReviewModel): PageView {
  const { review, person } = model.of
  const title = `${reviewKinds[review.kind]} of ${fullName(person)}`
  return {
    title,
    current: '/reviews',
    wide: true,
    before: govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${fullName(person)}` }),
    main: html`${head(model, title)} ${recordColumns({ facts: about(model), events: main(model) })}`,
  }
}

function head({ of: { review, person }, today, mayHold }: ReviewModel, name: string): Html {
  const standing = review.doneOn === null ? reviewStanding(review, today) : null
  const actions = review.doneOn === null || !mayHold ? undefined : sendButton(review)
  const flag =
    standing === null
      ? { text: `Held on ${dayInWords(isoDate(review.doneOn ?? today))}` }
      : {
          text: standing.words,
          tone: standing.state === 'overdue' ? ('alert' as const) : ('waits' as const),
        }
  return identityStrip({
    name,
    reference: person.reference,
    flags: [flag],
    ...(actions === undefined ? {} : { actions }),
  })
}

const sendButton = ({ id, sentAt }: Review): Html =>
  govukButton({
    text: sentAt === null ? 'Send to the carer' : 'Send again',
    href: `/reviews/${id}/send`,
    classes: sentAt === null ? undefined : 'govuk-button--secondary',
  })

/** When the written review went to the carer, and copies of it. */
function writtenReview({ id, doneOn, sentAt, sentAs }: Review): Html {
  if (doneOn === null) return nothing
  const sent = sentAt === null ? 'Not yet' : `${inWords(londonDay(sentAt))}, ${formatWords(sentAs)}`
  return html`${factList({ title: 'The written review', facts: [{ name: 'Sent to the carer', value: sent }] })}
    <p class="govuk-body">Copies: ${formatLinks(`/reviews/${id}/copy`)}</p>`
}

function about({ of: { review, whole, people, reviewer } }: ReviewModel): Html {
  const { plan } = whole
  const facts: Fact[] = [
    {
      name: 'Plan',
      value: html`<a class="govuk-link" href="/plans/${plan.id}"
          >${plan.reference}, plan ${plan.number}</a
        >, ${planStanding(plan)}`,
    },
    { name: 'Worker of the plan', value: people.worker ?? people.organisation },
    {
      name: review.doneOn === null ? 'Who reviews' : 'Who reviewed',
      value: reviewer ?? 'Nobody named yet',
    },
  ]
  if (review.askedOn !== null) {
    facts.push({
      name: 'Asked for',
      value: `${inWords(isoDate(review.askedOn))}: ${review.askedWords ?? ''}`,
    })
  }
  return html`${factList({ title: 'About this review', facts })} ${writtenReview(review)}
  ${factList({
    title: 'What was agreed',
    facts: [
      ...whole.actions.map(({ action, doneOn }) => ({
        name: doneOn === null ? 'Still to do' : `Done on ${inWords(isoDate(doneOn))}`,
        value: action,
      })),
      ...whole.payments
        .filter(({ state }) => state !== 'cancelled')
        .map(({ purpose, state }) => ({
          name: state === 'paid' ? 'Paid' : 'To be paid',
          value: purpose,
        })),
    ],
  })}`
}

function main(model: ReviewModel): Html {
  const { review, whole } = model.of
  if (review.doneOn !== null) {
    // Somebody else wrote it down first: theirs stands, and what was typed is not lost.
    const typed = Object.keys(model.state.typed).includes('version')
    return html`${typed ? heldFirst(model) : nothing} ${found(model.of)}
    ${typed ? whatWasTyped(model.state) : nothing}`
  }
  if (whole.plan.state !== 'agreed') {
    return html`<p class="govuk-body">
      Only a plan that holds is reviewed. This one is ${planStanding(whole.plan)}.
    </p>`
  }
  return model.mayHold
    ? reviewFormView(model)
    : html`<p class="govuk-body">It has not been held yet.</p>`
}

function heldFirst({ of }: ReviewModel): Html {
  return html`<div class="app-conflict" role="alert" tabindex="-1">
    <h2 class="govuk-heading-m">
      ${of.reviewer ?? 'Somebody else'} wrote this review down while you had it open
    </h2>
    <p class="govuk-body">
      Theirs stands. What you typed is below, to be copied: ask for another review if it changes
      anything.
    </p>
    ${govukButton({ text: 'Ask for another review', href: `/plans/${of.whole.plan.id}/review`, classes: 'govuk-button--secondary' })}
  </div>`
}

function found({ review, whole, paymentReviewOpen, answers, feedback, next }: ReviewOf): Html {
  const { words } = review
  const said: Fact[] = [
    {
      name: review.kind === 'direct_payment' ? 'What the money was used for' : 'What has changed',
      value: sayAll(words.changed),
    },
    { name: 'What works', value: sayAll(words.working) },
    { name: 'What does not', value: sayAll(words.notWorking) },
    ...(review.breaksDiscussed === null
      ? []
      : [
          { name: 'Breaks from caring talked about', value: review.breaksDiscussed ? 'Yes' : 'No' },
        ]),
    ...(review.outcome === null
      ? []
      : [{ name: 'Outcome', value: reviewOutcomes[review.outcome] }]),
    ...(words.reason === undefined ? [] : [{ name: 'Why', value: sayAll(words.reason) }]),
  ]
  const goals = whole.goals.map((goal) => ({
    name: iStatement(goal.iStatement),
    value: goalFound(goal, answers),
  }))
  return html`${factList({ title: 'What was found', facts: said })}
  ${goals.length === 0 ? nothing : factList({ title: 'Goals', facts: goals })}
  ${feedback === null ? nothing : feedbackView(feedback)}
  ${
    next === null
      ? nothing
      : html`<p class="govuk-body">
          <a class="govuk-link" href="/plans/${next.plan.id}/changes"
            >What changed in the plan, line by line</a
          >
        </p>`
  }
  ${paymentReviewOpen ? html`<p class="govuk-body">The direct payment is still to be reviewed.</p>` : nothing}`
}

function goalFound(goal: PlanGoal, answers: ReviewOf['answers']): string {
  const often = (answer: HowOften | null | undefined) =>
    answer === null || answer === undefined ? 'not asked' : howOften[answer].toLowerCase()
  const home = answerFor(goal, answers, 'carer')
  const then = answerFor(goal, answers, 'worker')?.answer ?? goal.answerAfter
  const atHome = home === undefined ? '' : ` At home before the review: ${often(home.answer)}.`
  return `“${goal.words}” At the start: ${often(goal.answerBefore)}.${atHome} At the review: ${often(then)}.${goal.met === true ? ' Reached.' : ''}`
}

const sayAll = (text: string | undefined) =>
  text === undefined ? '' : html`<span class="app-words">${text}</span>`

const typedLabels: Readonly<Record<string, string>> = {
  changed: 'What has changed',
  working: 'What works',
  notWorking: 'What does not',
  reason: 'Why',
}

function whatWasTyped(state: FormState): Html {
  const facts = Object.entries(typedLabels).map(([name, label]) => ({
    name: label,
    value: html`<span class="app-words">${state.typed[name] ?? ''}</span>`,
  }))
  return factList({ title: 'What you typed', facts })
}
