import { govukButton } from '#platform/govuk/button.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, isBlank, nothing, type Html, type HtmlValue } from '#platform/lib/html.ts'
import { pounds } from '#platform/lib/money.ts'
import { formTag, hidden } from '#platform/web/form-view.ts'
import { paymentBases, paymentStates } from '#support/payments/payment.ts'
import { planCosts } from '../budget.rules.ts'
import { iStatement } from '../i-statements.ts'
import { outcomeWords } from '../need-outcomes.ts'
import { costInWords, daysInWords, dialled, paymentInWords } from '../plan-words.ts'
import {
  howOften,
  type PlanAction,
  type PlanGoal,
  type PlanPayment,
  type WholePlan,
} from '../plan.ts'
import { mattersInWords } from '../support-matters.ts'

/** A plan as it is shown to whoever may change it or not. */
export type ShownPlan = {
  readonly whole: WholePlan
  /** A draft in the hands of someone who may write plans. */
  readonly writable: boolean
  /** An agreed plan in such hands: actions can be marked as done. */
  readonly current: boolean
}

export function needsPart({ whole, writable }: ShownPlan): Html {
  const { plan, needs } = whole
  const items = needs.map(({ id, need, eligible, outcomeId }) => {
    const about = outcomeWords(outcomeId)
    const meets = eligible === null ? 'not decided' : eligible ? 'eligible' : 'not eligible'
    const quiet = [plan.kind === 'adult_carer' ? meets : null, about].filter((one) => one !== null)
    return line(
      html`${need}<span class="app-quiet app-lines__more">${quiet.join(' · ')}</span>`,
      writable && `/plans/${plan.id}/needs/${id}`,
      need,
    )
  })
  return part(whole, {
    id: 'needs',
    title: 'Needs',
    add: writable ? ['needs', 'Add a need'] : null,
    body: lines(items, 'No needs written down yet.'),
  })
}

export function goalsPart({ whole, writable }: ShownPlan): Html {
  const items = whole.goals.map((goal) =>
    line(
      html`“${goal.words}”<span class="app-quiet app-lines__more"
          >${iStatement(goal.iStatement)}. ${answers(goal)}</span
        >`,
      writable && `/plans/${whole.plan.id}/goals/${goal.id}`,
      goal.words,
    ),
  )
  return part(whole, {
    id: 'goals',
    title: 'Goals',
    add: writable ? ['goals', 'Add a goal'] : null,
    body: lines(items, 'No goals written down yet.'),
  })
}

function answers({ answerBefore, answerAfter, met }: PlanGoal): string {
  const before =
    answerBefore === null
      ? 'Not asked yet'
      : `At the start: ${howOften[answerBefore].toLowerCase()}`
  const after =
    answerAfter === null ? '' : `; at the review: ${howOften[answerAfter].toLowerCase()}`
  return `${before}${after}.${met === true ? ' Met.' : ''}`
}

export function supportPart(shown: ShownPlan): Html {
  const { whole, writable } = shown
  const of = (target: PlanAction['target']) =>
    whole.actions.filter((action) => action.target === target)
  const theirs = of('cared_for')
  const body = html`${lines(
    of('carer').map((action) => supportLine(shown, action)),
    'No support written down yet.',
  )}
  ${
    theirs.length === 0
      ? nothing
      : html`<h3 class="govuk-heading-s">For the person they look after</h3>
          ${lines(
            theirs.map((action) => supportLine(shown, action)),
            '',
          )}`
  }`
  return part(whole, {
    id: 'support',
    title: 'Support',
    add: writable ? ['support', 'Add support'] : null,
    body,
  })
}

function supportLine({ whole, writable, current }: ShownPlan, action: PlanAction): Html {
  const by = action.dueOn === null ? 'no day set' : `by ${inWords(isoDate(action.dueOn))}`
  const done = action.doneOn === null ? '' : ` · done on ${inWords(isoDate(action.doneOn))}`
  const goal = whole.goals.find(({ id }) => id === action.goalId)
  const more = [
    action.provider,
    daysInWords(action),
    costInWords(action),
    goal === undefined ? null : `for the goal “${goal.words}”`,
  ].filter((one) => one !== null)
  const address = `/plans/${whole.plan.id}/support/${action.id}`
  const mark = current ? doneButton(address, action) : nothing
  return line(
    html`${action.action}
      <span class="app-quiet app-lines__more">${action.owner}, ${by}${done}</span>
      ${more.length === 0 ? nothing : html`<span class="app-quiet app-lines__more">${more.join(' · ')}</span>`}
      ${action.target === 'cared_for' ? html`<span class="app-lines__more">${agreement(action)}</span>` : nothing}
      ${mark}`,
    writable && address,
    action.action,
  )
}

function doneButton(address: string, { action, doneOn }: PlanAction): Html {
  const text = doneOn === null ? 'Mark as done' : 'Not done after all'
  return formTag({
    action: `${address}/done`,
    body: html`${hidden('done', doneOn === null ? 'yes' : 'no')}
    ${govukButton({
      html: html`${text}<span class="govuk-visually-hidden">: ${action}</span>`,
      classes: 'govuk-button--secondary app-small-button',
      preventDoubleClick: true,
    })}`,
  })
}

function agreement({ caredForAgreed, caredForAskedOn, caredForAgreedHow }: PlanAction): string {
  if (caredForAgreed === null) return 'They have not been asked yet'
  const asked = caredForAskedOn === null ? '' : `, asked on ${inWords(isoDate(caredForAskedOn))}`
  const how = caredForAgreedHow === null ? '' : `: ${caredForAgreedHow}`
  return `${caredForAgreed ? 'They agreed' : 'They did not agree'}${asked}${how}`
}

export function moneyPart(shown: ShownPlan): Html {
  const { whole, writable } = shown
  const { plan, payments, actions } = whole
  const told = payments.filter(({ state, agreedOn }) => state !== 'cancelled' || agreedOn !== null)
  const costs = planCosts(actions, payments)
  const amount = (pence: number | null) => (pence === null ? '' : pounds(pence))
  const budget = factList({
    title: 'Personal budget',
    headingLevel: 3,
    facts: [
      {
        name: 'Cost to the council',
        value: amount(plan.budgetPence),
        ...(writable ? { change: { href: `/plans/${plan.id}/budget` } } : {}),
      },
      { name: 'The carer pays', value: amount(plan.personPaysPence) },
      { name: 'The council pays', value: amount(plan.authorityPaysPence) },
      ...(costs.grants > 0
        ? [{ name: 'Prevention grants, outside the budget', value: pounds(costs.grants) }]
        : []),
    ],
  })
  return part(whole, {
    id: 'money',
    title: 'Money',
    add: null,
    body: html`${lines(
      told.map((payment) => paymentLine(shown, payment)),
      'No payment in this plan.',
    )}
    ${writable ? addLink(plan, ['payments', 'Add a payment']) : nothing}
    ${plan.kind === 'adult_carer' ? budget : nothing}`,
  })
}

function paymentLine({ whole, writable }: ShownPlan, payment: PlanPayment): Html {
  const { id, basis, purpose, state } = payment
  const change = writable && state === 'proposed' && `/plans/${whole.plan.id}/payments/${id}`
  const body = html`<a class="govuk-link" href="/payments/${id}">${paymentInWords(payment)}</a>,
    ${purpose}
    <span class="app-quiet app-lines__more"
      >${paymentBases[basis]} · ${paymentStates[state].toLowerCase()}</span
    >`
  return line(body, change, `${paymentInWords(payment)} for ${purpose}`)
}

export function mattersPart({ whole, writable }: ShownPlan): Html {
  const { plan } = whole
  const change = writable ? { change: { href: `/plans/${plan.id}/advice` } } : {}
  return part(whole, {
    id: 'matters',
    title: 'What it could help with, and advice',
    add: null,
    body: factList({
      facts: [
        { name: 'It could help with', value: mattersInWords(plan.matters).join(', '), ...change },
        { name: 'Advice to meet or reduce needs', value: words(plan.adviceReduce), ...change },
        { name: 'Advice to prevent or delay needs', value: words(plan.advicePrevent), ...change },
      ],
    }),
  })
}

export function contingencyPart({ whole, writable }: ShownPlan): Html {
  const { plan } = whole
  const { people = [], facts, declined } = plan.contingency
  const change = writable ? { change: { href: `/plans/${plan.id}/contingency` } } : {}
  const who = people.map(
    ({ name, relationship, phone, agreed }) =>
      html`<li>
        ${name}${relationship === '' ? '' : ` (${relationship.toLowerCase()})`},
        ${dialled(phone)}${agreed ? '' : ', not asked yet'}
      </li>`,
  )
  const stepsIn =
    declined === true
      ? 'The carer wants no arrangements'
      : who.length === 0
        ? ''
        : html`<ul class="govuk-list">
            ${who}
          </ul>`
  return part(whole, {
    id: 'contingency',
    title: 'If the carer cannot care',
    add: null,
    body: factList({
      facts: [
        { name: 'Who steps in', value: stepsIn, ...change },
        { name: 'What they must know', value: words(facts ?? null), ...change },
      ],
    }),
  })
}

const words = (text: string | null): HtmlValue =>
  text === null ? '' : html`<span class="app-words">${text}</span>`

type Part = {
  readonly id: string
  readonly title: string
  readonly add: readonly [path: string, text: string] | null
  readonly body: Html
}

const part = ({ plan }: WholePlan, { id, title, add, body }: Part): Html =>
  html`<section class="app-part" aria-labelledby="${id}">
    <h2 class="govuk-heading-m" id="${id}">${title}</h2>
    ${body} ${add === null ? nothing : addLink(plan, add)}
  </section>`

const addLink = ({ id }: WholePlan['plan'], [path, text]: NonNullable<Part['add']>): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="/plans/${id}/${path}/new">${text}</a></p>`

const lines = (items: readonly Html[], none: string): Html =>
  items.length === 0
    ? isBlank(none)
      ? nothing
      : html`<p class="govuk-body app-quiet">${none}</p>`
    : html`<ul class="app-lines">
        ${items}
      </ul>`

const line = (body: Html, change: string | false, what: string): Html =>
  html`<li class="app-lines__line">
    <div class="app-lines__words">${body}</div>
    ${change === false ? nothing : html`<a class="govuk-link app-lines__change" href="${change}">Change<span class="govuk-visually-hidden"> ${what}</span></a>`}
  </li>`
