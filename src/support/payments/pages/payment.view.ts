import type { Actor } from '#platform/access/actor.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { factList, type Fact } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { pounds } from '#platform/lib/money.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { areaField, dayField } from '#people/persons/fields.view.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import {
  frequencies,
  type Payment,
  paymentBases,
  paymentStates,
  type PaymentStep,
  stepsFor,
} from '../payment.ts'
import type { PaymentAgreement } from '../agreements.sql.ts'
import type { BankReturn } from '../bank-returns.sql.ts'
import type { PaidInstalment } from '../instalments.sql.ts'
import type { Payee } from '../payees.sql.ts'
import type { PaymentPlan } from '../payment-plan.sql.ts'
import type { PaymentReturn, RecoveryStep } from '../returns.sql.ts'
import { moneyView } from './payment-money.view.ts'

export type PaymentOf = {
  readonly payment: Payment
  readonly person: Person
  readonly plan: PaymentPlan | null
  readonly payee: Payee | null
  readonly agreement: PaymentAgreement | null
  readonly instalments: readonly PaidInstalment[]
  readonly cameBack: readonly BankReturn[]
  readonly returns: readonly PaymentReturn[]
  readonly recovery: readonly RecoveryStep[]
}

type PaymentModel = {
  readonly of: PaymentOf
  readonly actor: Actor
  readonly state: FormState
  /** Somebody else took a step first. */
  readonly stale?: boolean
}

export function paymentView(model: PaymentModel): PageView {
  const { payment, person } = model.of
  const title = `Payment of ${pounds(payment.amountPence)} to ${fullName(person)}`
  return {
    title,
    current: '/payments',
    before: govukBackLink({ href: '/payments', text: 'All payments' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(model.state)} ${model.stale === true ? staleNotice(payment) : nothing}
        <h1 class="govuk-heading-l">${title}</h1>
        ${factList({ facts: facts(model.of) })}
        <div id="step">${steps(model)}</div>
        ${moneyView(model.of, model.actor)}
      </div>
    </div>`,
  }
}

function facts({ payment, person, plan }: PaymentOf): readonly Fact[] {
  const needs =
    plan?.needs.filter(({ id }) => payment.needIds.includes(id)).map(({ need }) => need) ?? []
  const day = (name: string, on: string | null): Fact[] =>
    on === null ? [] : [{ name, value: inWords(isoDate(on)) }]
  return [
    {
      name: 'Carer',
      value: html`<a class="govuk-link" href="/carers/${person.id}">${fullName(person)}</a>`,
    },
    { name: 'For', value: payment.purpose },
    {
      name: 'Amount',
      value: `${pounds(payment.amountPence)}, ${frequencies[payment.frequency].toLowerCase()}`,
    },
    { name: 'What it is', value: paymentBases[payment.basis] },
    ...(needs.length === 0 ? [] : [{ name: 'Needs it meets', value: needs.join('; ') }]),
    ...(plan === null
      ? []
      : [
          {
            name: 'Plan',
            value: html`<a class="govuk-link" href="/plans/${plan.id}"
              >${plan.reference}, plan ${plan.number}</a
            >`,
          },
        ]),
    { name: 'How it stands', value: paymentStates[payment.state] },
    ...day('Put forward', payment.proposedOn),
    ...day('Agreed', payment.agreedOn),
    ...day('Paid', payment.paidOn),
    ...day('Cancelled', payment.cancelledOn),
    ...(payment.cancelReason === null ? [] : [{ name: 'Why', value: payment.cancelReason }]),
  ]
}

function steps({ of, actor, state }: PaymentModel): Html {
  const { payment, plan } = of
  const moves = stepsFor(payment, actor).map((move) => move.step)
  const waits = plan?.state === 'draft' && moves.includes('pay')
  const own = payment.state === 'proposed' && payment.proposedBy === actor.accountId
  return html`${waits ? html`<p class="govuk-body">It can be paid once the plan is agreed with the carer.</p>` : nothing}
  ${own && !moves.includes('agree') ? html`<p class="govuk-body">You put this payment forward, so somebody else agrees it.</p>` : nothing}
  ${moves.filter((step) => !(step === 'pay' && waits)).map((step) => stepForm(step, payment, state))}`
}

function stepForm(
  step: PaymentStep,
  { version, kind, state: now }: Payment,
  state: FormState,
): Html {
  const key = html`${hidden('step', step)} ${hidden('version', version)}`
  switch (step) {
    case 'agree':
      return formTag({
        body: html`${key} ${govukButton({ text: 'Agree this payment', preventDoubleClick: true })}`,
      })
    case 'pay':
      return formTag({
        body: html`${key} ${dayField(state, { name: 'paidOn', label: 'When was it paid?' })}
        ${govukButton({ text: 'Mark as paid', preventDoubleClick: true })}`,
      })
    case 'cancel': {
      const text =
        kind === 'recurring' && now === 'paid' ? 'Stop this payment' : 'Cancel this payment'
      return govukDetails({
        summaryText: text,
        open: faultOf(state, 'reason') !== undefined,
        html: formTag({
          body: html`${key} ${areaField(state, { name: 'reason', label: 'Why?' })}
          ${govukButton({ text, classes: 'govuk-button--warning', preventDoubleClick: true })}`,
        }),
      })
    }
  }
}

function staleNotice(payment: Payment): Html {
  return html`<div class="app-conflict" role="alert" tabindex="-1">
    <h2 class="govuk-heading-m">Somebody else changed this payment while you had it open</h2>
    <p class="govuk-body">
      It now stands as: ${paymentStates[payment.state].toLowerCase()}. Nothing of yours is saved
      yet; what you typed is kept below where it still applies.
    </p>
  </div>`
}
