import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { pounds } from '#platform/lib/money.ts'
import { ok, refused } from '#platform/lib/result.ts'
import {
  choice,
  day,
  optionalChoice,
  optionalDay,
  optionalText,
  text,
} from '#platform/web/fields.ts'
import { type Body, dayTyped, form, type FieldFault, type FormState } from '#platform/web/form.ts'
import {
  areaField,
  dayField,
  fieldGroup,
  fieldRow,
  lineField,
  radiosField,
  selectField,
} from '#people/persons/fields.view.ts'
import { amountTyped, optionalAmount } from '#support/money-fields.ts'
import { deleteLine, insertAction, updateAction } from '../plan-lines.sql.ts'
import { payers, type Payer, type PlanAction } from '../plan.ts'
import type { PlanOf } from '../plan-of.ts'
import { linePage, type Writing } from './line-page.ts'

type Line = Omit<PlanAction, 'id' | 'version' | 'doneOn' | 'continuesId'>

/** Something that will be done, for the carer or for the person looked after: s.25(1)(c), s.20(1)(c). */
export const supportLinePage = linePage<PlanAction, Line>({
  path: 'support',
  part: 'support',
  titles: { add: 'Add support', change: 'Change support' },
  lines: ({ whole }) => whole.actions,
  read,
  typed,
  fresh: ({ whole }) => ({
    target: 'carer',
    needId: whole.needs.length === 1 ? (whole.needs[0]?.id ?? '') : '',
  }),
  fields: (state, of) => fields(state, of),
  says: ({ action, owner, startsOn, dueOn, costPence, paidBy, target, caredForAgreed }) => [
    { name: 'Support', value: action },
    { name: 'For', value: targets[target] },
    ...(target === 'carer' ? [] : [{ name: 'They agreed', value: agreedWords(caredForAgreed) }]),
    { name: 'Who', value: owner },
    { name: 'Starts', value: startsOn },
    { name: 'By', value: dueOn },
    { name: 'Cost', value: costPence === null ? 'Nothing' : pounds(costPence) },
    { name: 'Who pays', value: paidBy === null ? null : payers[paidBy] },
  ],
  add: (tx, { whole }, id, values) => insertAction(tx, whole.plan, { id, ...values }),
  change: (tx, _writing, seen, values) => updateAction(tx, seen, values),
  remove: (tx, { whole }, { id }) => deleteLine(tx, 'planAction', { id, planId: whole.plan.id }),
})

const targets = { carer: 'The carer', cared_for: 'The person they look after' } as const

const agreements = [
  ['yes', 'Yes, they agreed'],
  ['no', 'No'],
  ['unasked', 'Not asked yet'],
] as const

const agreedWords = (agreed: boolean | null): string =>
  agreed === null ? 'Not asked yet' : agreed ? 'Yes' : 'No'

const payerCodes = Object.keys(payers) as Payer[]

const supportForm = ({ whole, today }: Writing) =>
  form(
    {
      action: text('Write what will be done', 1000),
      needId: optionalChoice(
        whole.needs.map(({ id }) => id),
        'Select one of the needs of this plan',
      ),
      goalId: optionalChoice(
        whole.goals.map(({ id }) => id),
        'Select one of the goals of this plan',
      ),
      target: choice(['carer', 'cared_for'], 'Select whom the support is for'),
      agreed: optionalChoice(['yes', 'no', 'unasked']),
      askedOn: optionalDay('The day they were asked', {
        notAfter: { date: today, words: 'The day they were asked must be today or in the past' },
      }),
      agreedHow: optionalText(300),
      owner: text('Write who will see to it', 200),
      startsOn: optionalDay('The day on which it starts'),
      reviewOn: optionalDay('The day on which it is looked at again'),
      dueOn: day('Enter the day by which it will be done', 'The day by which it will be done', {
        notBefore: {
          date: isoDate(whole.plan.startedOn),
          words: 'The day must not be before the plan was begun',
        },
      }),
      provider: optionalText(200),
      cost: optionalAmount(),
      paidBy: optionalChoice(payerCodes, 'Select who pays'),
    },
    (given): readonly FieldFault[] => [
      ...reviewFaults(given),
      ...payerFaults(given),
      ...(given.target === 'cared_for' &&
      (given.agreed === 'yes' || given.agreed === 'no') &&
      given.askedOn === null
        ? [{ field: 'askedOn', message: 'Enter the day on which they were asked' }]
        : []),
    ],
  )

function reviewFaults(given: {
  readonly startsOn: IsoDate | null
  readonly reviewOn: IsoDate | null
}): readonly FieldFault[] {
  const { startsOn, reviewOn } = given
  return startsOn !== null && reviewOn !== null && reviewOn < startsOn
    ? [{ field: 'reviewOn', message: 'It must start before it is looked at again' }]
    : []
}

function payerFaults(given: {
  readonly target: PlanAction['target']
  readonly cost: number | null
  readonly paidBy: Payer | null
}): readonly FieldFault[] {
  const { target, cost, paidBy } = given
  const fault = (message: string) => [{ field: 'paidBy', message }]
  if (target === 'cared_for' && paidBy === 'carer') {
    return fault(
      'The carer is never charged for what is done for the person they look after: select who pays',
    )
  }
  if (cost === null || cost === 0) return []
  if (paidBy === null) return fault('Select who pays')
  return paidBy === 'free'
    ? fault('It costs something: select who pays, or leave the cost empty')
    : []
}

function read(body: Body, writing: Writing) {
  const given = supportForm(writing).read(body)
  if (!given.ok) return refused(given.error)
  const { agreed, askedOn, agreedHow, cost, ...line } = given.value
  // Only care for the person looked after needs that person's agreement.
  const asked = line.target === 'cared_for' && agreed !== null && agreed !== 'unasked'
  return ok({
    ...line,
    costPence: cost,
    caredForAgreed: asked ? agreed === 'yes' : null,
    caredForAskedOn: asked ? askedOn : null,
    caredForAgreedHow: asked ? agreedHow : null,
  })
}

function typed(line: PlanAction): FormState['typed'] {
  const agreed = line.caredForAgreed === null ? 'unasked' : line.caredForAgreed ? 'yes' : 'no'
  return {
    action: line.action,
    needId: line.needId ?? '',
    goalId: line.goalId ?? '',
    target: line.target,
    agreed: line.target === 'cared_for' ? agreed : '',
    ...dayTyped('askedOn', line.caredForAskedOn),
    agreedHow: line.caredForAgreedHow ?? '',
    owner: line.owner,
    ...dayTyped('startsOn', line.startsOn),
    ...dayTyped('reviewOn', line.reviewOn),
    ...dayTyped('dueOn', line.dueOn),
    provider: line.provider ?? '',
    cost: amountTyped(line.costPence),
    paidBy: line.paidBy ?? '',
  }
}

function fields(state: FormState, { whole }: PlanOf): Html {
  return html` ${areaField(state, { name: 'action', label: 'What will be done?' })}
  ${selectField(state, { name: 'needId', label: 'Which need does it meet?', options: whole.needs.map(({ id, need }) => [id, need] as const), blank: 'None of them in particular' })}
  ${selectField(state, { name: 'goalId', label: 'Which goal does it serve?', options: whole.goals.map(({ id, words }) => [id, words] as const), blank: 'None of them in particular' })}
  ${lineField(state, { name: 'owner', label: 'Who will see to it?', hint: 'A name and, if it is not the carer, the organisation' })}
  ${dayField(state, { name: 'dueOn', label: 'By when?', hint: 'For example, 20 4 2018' })}
  ${lineField(state, { name: 'provider', label: 'Who provides it? (optional)', hint: 'An organisation, or something in the place: a neighbour, a club, a group' })}
  ${fieldRow(
    dayField(state, { name: 'startsOn', label: 'When does it start? (optional)' }),
    dayField(state, {
      name: 'reviewOn',
      label: 'When is it looked at again? (optional)',
      hint: 'Left empty: with the rest of the plan',
    }),
  )}
  ${lineField(state, { name: 'cost', label: 'What does it cost in a year? (optional)', hint: 'In pounds; leave it empty where it is free', width: 'govuk-input--width-10' })}
  ${selectField(state, { name: 'paidBy', label: 'Who pays?', hint: 'Only what the council pays counts towards the personal budget', options: Object.entries(payers), blank: 'Not decided yet' })}
  ${radiosField(state, { name: 'target', label: 'Whom is it for?', options: Object.entries(targets) })}
  ${fieldGroup(
    'If it is for the person they look after',
    html`<p class="govuk-body">
      They must agree before it can be in the plan (Care Act 2014, section 20(1)(c)), and the carer
      is never charged for it (section 14(3)).
    </p>`,
    radiosField(state, { name: 'agreed', label: 'Do they agree?', options: agreements }),
    dayField(state, { name: 'askedOn', label: 'When were they asked?' }),
    lineField(state, {
      name: 'agreedHow',
      label: 'Who asked them, and how did they answer? (optional)',
      hint: 'If someone else decides for them, who, and by which authority',
    }),
  )}`
}
