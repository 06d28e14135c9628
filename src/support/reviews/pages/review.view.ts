import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { factList, type Fact } from '#platform/govuk/own/fact-list.ts'
import { identityStrip } from '#platform/govuk/own/identity-strip.ts'
import { recordColumns } from '#platform/govuk/own/record-columns.ts'
import { dayInWords, inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import type { PageView } from '#platform/web/page.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { iStatement } from '#support/plans/i-statements.ts'
import type { PlanPeople } from '#support/plans/plan-people.sql.ts'
import { howOften, type WholePlan } from '#support/plans/plan.ts'
import { planStanding } from '#support/plans/plan-words.ts'
import { reviewStanding } from '#support/diary/review-dates.rules.ts'
import { type Review, reviewKinds, reviewOutcomes } from '#support/diary/review.ts'
import { reviewFormView } from './review-form.view.ts'

export type ReviewOf = {
  readonly review: Review
  readonly whole: WholePlan
  readonly person: Person
  readonly people: PlanPeople
  readonly reviewer: string | null
  /** A review of the plan's direct payment waits too and can be held in the same talk. */
  readonly paymentReviewOpen: boolean
}

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

function head({ of: { review, person }, today }: ReviewModel, name: string): Html {
  const standing = review.doneOn === null ? reviewStanding(review, today) : null
  const flag =
    standing === null
      ? { text: `Held on ${dayInWords(isoDate(review.doneOn ?? today))}` }
      : {
          text: standing.words,
          tone: standing.state === 'overdue' ? ('alert' as const) : ('waits' as const),
        }
  return identityStrip({ name, reference: person.reference, flags: [flag] })
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
  return html`${factList({ title: 'About this review', facts })}
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

function found({ review, whole, paymentReviewOpen }: ReviewOf): Html {
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
  const goals = whole.goals.map(
    ({ words: goal, iStatement: statement, answerBefore, answerAfter, met }) => ({
      name: iStatement(statement),
      value: `“${goal}” At the start: ${answerBefore === null ? 'not asked' : howOften[answerBefore].toLowerCase()}. Last answer: ${answerAfter === null ? 'not asked' : howOften[answerAfter].toLowerCase()}.${met === true ? ' Reached.' : ''}`,
    }),
  )
  return html`${factList({ title: 'What was found', facts: said })}
  ${goals.length === 0 ? nothing : factList({ title: 'Goals', facts: goals })}
  ${paymentReviewOpen ? html`<p class="govuk-body">The direct payment is still to be reviewed.</p>` : nothing}`
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
