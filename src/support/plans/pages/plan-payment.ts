import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { pounds } from '#platform/lib/money.ts'
import { choice, choices, money, text } from '#platform/web/fields.ts'
import { form, type FormState } from '#platform/web/form.ts'
import { choicesOf } from '#platform/web/form-view.ts'
import { areaField, lineField, selectField } from '#people/persons/fields.view.ts'
import { amountTyped } from '#support/money-fields.ts'
import { tooMuch } from '#support/payments/payment-limits.rules.ts'
import { frequencies, type Frequency, paymentBases } from '#support/payments/payment.ts'
import { insertPayment, updateAsCancelled, updateProposed } from '#support/payments/payments.sql.ts'
import type { PlanPayment } from '../plan.ts'
import { basisIn } from '../settle-bases.ts'
import type { PlanOf } from '../plan-of.ts'
import { linePage } from './line-page.ts'

type Given = Pick<PlanPayment, 'purpose' | 'amountPence' | 'frequency' | 'needIds'>

const paymentForm = ({ whole, limits }: PlanOf) =>
  form({
    purpose: text('Write what the payment is for', 500),
    amountPence: money('Enter the amount', { max: limits.mostPence, words: tooMuch(limits) }),
    frequency: choice(Object.keys(frequencies) as Frequency[], 'Select how often it is paid'),
    needIds: choices(whole.needs.map(({ id }) => id)),
  })

/** Money for the carer: which needs it meets, how much and how often, s.25(2). */
export const planPaymentPage = linePage<PlanPayment, Given>({
  path: 'payments',
  part: 'money',
  titles: { add: 'Add a payment', change: 'Change a payment' },
  lines: ({ whole }) => whole.payments.filter(({ state }) => state === 'proposed'),
  read: (body, of) => paymentForm(of).read(body),
  typed: ({ purpose, amountPence, frequency, needIds }) => ({
    purpose,
    amountPence: amountTyped(amountPence),
    frequency,
    needIds: [...needIds],
  }),
  fresh: () => ({ frequency: 'once' }),
  fields,
  says: ({ purpose, amountPence, frequency, basis }) => [
    { name: 'For', value: purpose },
    { name: 'Amount', value: `${pounds(amountPence)}, ${frequencies[frequency].toLowerCase()}` },
    { name: 'What it is', value: paymentBases[basis] },
  ],
  add: async (tx, { whole, actor, today }, id, given) => {
    const { id: planId, personId, organisationId } = whole.plan
    const basis = basisIn(whole, given.needIds)
    const under = { planId, personId, organisationId, on: today, by: actor.accountId }
    await insertPayment(tx, { id, ...under, ...given, basis })
  },
  change: (tx, { whole }, seen, given) =>
    updateProposed(tx, seen, { ...given, basis: basisIn(whole, given.needIds) }),
  remove: async (tx, { today }, { id, version }) => {
    const reason = 'Taken out of the plan while it was written'
    await updateAsCancelled(tx, { id, version, from: 'proposed', on: today, reason })
  },
})

function fields(state: FormState, { whole, limits }: PlanOf): Html {
  return html` ${areaField(state, { name: 'purpose', label: 'What is it for?', hint: 'As the carer would say it: a weekend away, driving lessons, a washing machine' })}
  ${lineField(state, {
    name: 'amountPence',
    label: 'How much is it?',
    hint: `In pounds. Up to ${pounds(limits.agreedInPlanPence)} once is agreed with the plan; more, or more often, needs a manager first`,
    width: 'govuk-input--width-10',
  })}
  ${selectField(state, { name: 'frequency', label: 'How often?', options: Object.entries(frequencies) })}
  ${govukCheckboxes({
    ...choicesOf(state, 'needIds'),
    fieldset: { legend: { text: 'Which needs does it meet?' } },
    hint: {
      text: 'A payment that meets an eligible need is a direct payment. One that meets none is a prevention grant and stands outside the personal budget',
    },
    classes: 'govuk-checkboxes--small',
    items: whole.needs.map(({ id, need }) => ({ value: id, text: need })),
  })}`
}
