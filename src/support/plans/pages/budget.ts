import { factList } from '#platform/govuk/own/fact-list.ts'
import { html } from '#platform/lib/html.ts'
import { pounds, type Pence } from '#platform/lib/money.ts'
import { form } from '#platform/web/form.ts'
import { lineField } from '#people/persons/fields.view.ts'
import { amountFromZero, amountTyped } from '#support/money-fields.ts'
import { type Budget, planCosts } from '../budget.rules.ts'
import type { PlanOf } from '../plan-of.ts'
import { partPage } from './part-page.ts'

const budgetForm = form(
  {
    budgetPence: amountFromZero('Enter what the support costs the council, or 0'),
    personPaysPence: amountFromZero('Enter what the carer pays, or 0'),
    authorityPaysPence: amountFromZero('Enter what the council pays, or 0'),
  },
  ({ budgetPence, personPaysPence, authorityPaysPence }) =>
    personPaysPence + authorityPaysPence === budgetPence
      ? []
      : [
          {
            field: 'authorityPaysPence',
            message: `What the carer pays (${pounds(personPaysPence)}) and what the council pays (${pounds(authorityPaysPence)}) must come to the cost (${pounds(budgetPence)})`,
          },
        ],
)

/** The personal budget, s.26(1): what it costs, what the carer pays, and the balance. */
export const budgetPage = partPage<{ readonly [K in keyof Budget]: Pence }>({
  path: 'budget',
  part: 'money',
  title: 'Personal budget',
  read: (body) => budgetForm.read(body),
  typed: (of) => {
    const { plan } = of.whole
    const cost = plan.budgetPence ?? costsOf(of).carer
    return {
      budgetPence: amountTyped(cost),
      personPaysPence: amountTyped(plan.personPaysPence ?? 0),
      authorityPaysPence: amountTyped(plan.authorityPaysPence ?? cost),
    }
  },
  fields: (state, of) =>
    html` ${costsView(of)}
    ${lineField(state, { name: 'budgetPence', label: 'What does the support cost the council?', hint: 'In pounds, for the first year', width: 'govuk-input--width-10' })}
    ${lineField(state, { name: 'personPaysPence', label: 'What must the carer pay towards it?', hint: 'Only after a financial assessment, and never for care given to the person they look after. Most councils charge carers nothing: enter 0', width: 'govuk-input--width-10' })}
    ${lineField(state, { name: 'authorityPaysPence', label: 'What does the council pay?', width: 'govuk-input--width-10' })}`,
  says: ({ whole: { plan } }) => [
    { name: 'Cost', value: plan.budgetPence === null ? '' : pounds(plan.budgetPence) },
    {
      name: 'Carer pays',
      value: plan.personPaysPence === null ? '' : pounds(plan.personPaysPence),
    },
    {
      name: 'Council pays',
      value: plan.authorityPaysPence === null ? '' : pounds(plan.authorityPaysPence),
    },
  ],
  change: (budget) => budget,
})

function costsOf({ whole }: PlanOf) {
  return planCosts(whole.actions, whole.payments)
}

function costsView(of: PlanOf) {
  const { carer, caredFor, grants } = costsOf(of)
  return factList({
    title: 'What the plan adds up to',
    facts: [
      { name: 'Support and direct payments for the carer', value: pounds(carer) },
      ...(grants === 0
        ? []
        : [{ name: 'Prevention grants, outside the budget', value: pounds(grants) }]),
      ...(caredFor === 0
        ? []
        : [
            {
              name: 'Care for the person looked after, in that person’s own budget',
              value: pounds(caredFor),
            },
          ]),
    ],
  })
}
