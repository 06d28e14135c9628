import { formatLinks } from '#platform/documents/formats.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { factList, type Fact } from '#platform/govuk/own/fact-list.ts'
import { identityStrip } from '#platform/govuk/own/identity-strip.ts'
import { recordColumns } from '#platform/govuk/own/record-columns.ts'
import { dayInWords, inWords, isoDate, londonDay, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'
import { fullName } from '#people/persons/person.ts'
import { reviewStanding } from '#support/diary/review-dates.rules.ts'
import { type Review, reviewKinds } from '#support/diary/review.ts'
import { canBeAgreed, planFaults, type PlanFault } from '../plan-content.rules.ts'
import type { PlanPeople } from '#support/plan-people.sql.ts'
import { agreedHows, type Plan, planStates } from '../plan.ts'
import { planStanding } from '../plan-words.ts'
import { formatWords } from '../send-formats.ts'
import type { PlanOf } from '../plan-of.ts'
import {
  contingencyPart,
  goalsPart,
  mattersPart,
  moneyPart,
  needsPart,
  type ShownPlan,
  supportPart,
} from './plan-parts.view.ts'

export type PlanModel = PlanOf & {
  readonly people: PlanPeople
  /** Other numbers of the same plan. */
  readonly others: readonly Plan[]
  readonly reviews: readonly Review[]
  /** Whether who looks may write plans. */
  readonly planner: boolean
  readonly today: IsoDate
  /** Assessments on which a draft without one could rest. */
  readonly restsOn: Html
}

/** A support plan: what it lacks and what comes next on the left, its parts on the right. */
export function planView(model: PlanModel): PageView {
  const { whole, person, planner } = model
  const { plan } = whole
  const shown: ShownPlan = {
    whole,
    writable: planner && plan.state === 'draft',
    current: planner && plan.state === 'agreed',
  }
  return {
    title: `Support plan of ${fullName(person)}`,
    wide: true,
    before: govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${fullName(person)}` }),
    main: html`${head(model)}
    ${recordColumns({
      facts: html`${plan.state === 'draft' ? lacks(model) : nothing} ${model.restsOn}
      ${about(model)} ${reviewsView(model)} ${copies(plan)} ${otherNumbers(model)}`,
      events: html`${needsPart(shown)} ${goalsPart(shown)} ${supportPart(shown)} ${moneyPart(shown)}
      ${mattersPart(shown)} ${contingencyPart(shown)}`,
    })}`,
  }
}

function head({ whole: { plan }, person, planner }: PlanModel): Html {
  return identityStrip({
    name: `Support plan of ${fullName(person)}`,
    reference: `${plan.reference}, plan ${plan.number}`,
    details: [planStanding(plan)],
    flags: [{ text: planStates[plan.state], tone: plan.state === 'draft' ? 'waits' : 'plain' }],
    ...(planner ? { actions: actions(plan) } : {}),
  })
}

function actions(plan: Plan): Html {
  const link = (path: string, text: string, first = false) =>
    govukButton({
      text,
      href: `/plans/${plan.id}/${path}`,
      classes: first ? undefined : 'govuk-button--secondary',
    })
  switch (plan.state) {
    case 'draft':
      return html`${link('agree', 'Agree this plan', true)} ${link('end', 'Give up this draft')}`
    case 'agreed':
      return html`${link('send', plan.sentAt === null ? 'Send to the carer' : 'Send again', plan.sentAt === null)}
      ${link('review', 'Ask for a review')} ${link('change', 'Change this plan')}
      ${link('end', 'End this plan')}`
    case 'replaced':
    case 'ended':
      return nothing
  }
}

/** What the plan lacks, each with the law and a way to mend it. */
function lacks({ whole, limits }: PlanModel): Html {
  const faults = planFaults(whole, limits)
  const wanted = faults.filter(({ blocks }) => blocks)
  const advised = faults.filter(({ blocks }) => !blocks)
  return html`<section class="app-panel" aria-labelledby="lacks">
    <h2 class="govuk-heading-s app-panel__title" id="lacks">
      ${canBeAgreed(faults) ? 'Ready to be agreed' : `Still missing: ${wanted.length}`}
    </h2>
    ${
      canBeAgreed(faults)
        ? html`<p class="govuk-body">It holds all that the law asks for.</p>`
        : faultList(whole.plan, wanted)
    }
    ${
      advised.length === 0
        ? nothing
        : html`<h3 class="govuk-heading-s">Good practice</h3>
            ${faultList(whole.plan, advised)}`
    }
  </section>`
}

/** Faults in words, each leading to where it is mended. */
export const faultList = (plan: Pick<Plan, 'id'>, faults: readonly PlanFault[]): Html =>
  html`<ul class="govuk-list app-faults">
    ${faults.map(
      ({ words, ref, at, blocks }) =>
        html`<li>
          <a class="govuk-link" href="${mendAt(plan, at)}">${words}</a>
          ${blocks ? html`<span class="app-quiet">${ref}</span>` : nothing}
        </li>`,
    )}
  </ul>`

/** Where a fault is mended: a field of a form, or a place on the plan's own page. */
export function mendAt({ id }: Pick<Plan, 'id'>, at: PlanFault['at']): string {
  return at.startsWith('#') ? `/plans/${id}${at}` : `/plans/${id}/${at}`
}

function about({ whole: { plan }, people }: PlanModel): Html {
  const facts: Fact[] = [
    { name: 'Worker', value: people.worker ?? people.organisation },
    { name: 'Begun', value: inWords(isoDate(plan.startedOn)) },
  ]
  if (plan.agreedOn !== null && plan.agreedHow !== null) {
    const day = inWords(isoDate(plan.agreedOn))
    facts.push({
      name: 'Agreed',
      value: `${day}, by ${plan.agreedBy}, ${agreedHows[plan.agreedHow].toLowerCase()}`,
    })
  }
  if (plan.involved !== null) facts.push({ name: 'Who else took part', value: plan.involved })
  if (plan.copiesTo !== null) facts.push({ name: 'Copies to', value: plan.copiesTo })
  if (plan.state === 'agreed' || plan.sentAt !== null)
    facts.push({ name: 'Sent to the carer', value: sentWords(plan) })
  if (plan.endReason !== null) facts.push({ name: 'Ended because', value: plan.endReason })
  return factList({ title: 'About this plan', facts })
}

function sentWords({ sentAt, sentAs }: Plan): string {
  if (sentAt === null) return 'Not yet'
  return `${inWords(londonDay(sentAt))}, ${formatWords(sentAs)}`
}

function reviewsView({ reviews, today }: PlanModel): Html {
  if (reviews.length === 0) return nothing
  return factList({
    title: 'Reviews',
    facts: reviews.map((review) => ({
      name: reviewKinds[review.kind],
      value: html`<a class="govuk-link" href="/reviews/${review.id}"
        >${review.doneOn === null ? reviewStanding(review, today).words : `Held on ${dayInWords(isoDate(review.doneOn))}`}</a
      >`,
    })),
  })
}

function copies(plan: Plan): Html {
  return html`<section class="app-facts">
    <h2 class="app-facts__title">Copies</h2>
    <p class="govuk-body">${formatLinks(`/plans/${plan.id}/copy`)}</p>
  </section>`
}

function otherNumbers({ others, whole: { plan } }: PlanModel): Html {
  if (others.length === 0) return nothing
  const former = others.some(({ number }) => number < plan.number)
  return html`<section class="app-facts">
    <h2 class="app-facts__title">Other numbers of this plan</h2>
    <ul class="govuk-list">
      ${others.map((one) => html`<li><a class="govuk-link" href="/plans/${one.id}">Plan ${one.number}</a>, ${planStanding(one)}</li>`)}
      ${former ? html`<li><a class="govuk-link" href="/plans/${plan.id}/changes">What changed since the plan before</a></li>` : nothing}
    </ul>
  </section>`
}
