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
  lineField,
  radiosField,
  selectField,
} from '#people/persons/fields.view.ts'
import { amountTyped, optionalAmount } from '#support/money-fields.ts'
import { deleteLine, insertAction, updateAction } from '../plan-lines.sql.ts'
import type { PlanAction } from '../plan.ts'
import type { PlanOf } from '../plan-of.ts'
import { linePage, type Writing } from './line-page.ts'

type Line = Omit<PlanAction, 'id' | 'version' | 'doneOn'>

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
  says: ({ action, owner, dueOn, costPence, target, caredForAgreed }) => [
    { name: 'Support', value: action },
    { name: 'For', value: targets[target] },
    ...(target === 'carer' ? [] : [{ name: 'They agreed', value: agreedWords(caredForAgreed) }]),
    { name: 'Who', value: owner },
    { name: 'By', value: dueOn },
    { name: 'Cost', value: costPence === null ? 'Nothing' : pounds(costPence) },
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

const supportForm = (needs: readonly string[], startedOn: IsoDate, today: IsoDate) =>
  form(
    {
      action: text('Write what will be done', 1000),
      needId: optionalChoice(needs, 'Select one of the needs of this plan'),
      target: choice(['carer', 'cared_for'], 'Select whom the support is for'),
      agreed: optionalChoice(['yes', 'no', 'unasked']),
      askedOn: optionalDay('The day they were asked', {
        notAfter: { date: today, words: 'The day they were asked must be today or in the past' },
      }),
      agreedHow: optionalText(300),
      owner: text('Write who will see to it', 200),
      dueOn: day('Enter the day by which it will be done', 'The day by which it will be done', {
        notBefore: { date: startedOn, words: 'The day must not be before the plan was begun' },
      }),
      provider: optionalText(200),
      cost: optionalAmount(),
    },
    ({ target, agreed, askedOn }): readonly FieldFault[] =>
      target === 'cared_for' && (agreed === 'yes' || agreed === 'no') && askedOn === null
        ? [{ field: 'askedOn', message: 'Enter the day on which they were asked' }]
        : [],
  )

function read(body: Body, { whole, today }: Writing) {
  const needs = whole.needs.map(({ id }) => id)
  const given = supportForm(needs, isoDate(whole.plan.startedOn), today).read(body)
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
    target: line.target,
    agreed: line.target === 'cared_for' ? agreed : '',
    ...dayTyped('askedOn', line.caredForAskedOn),
    agreedHow: line.caredForAgreedHow ?? '',
    owner: line.owner,
    ...dayTyped('dueOn', line.dueOn),
    provider: line.provider ?? '',
    cost: amountTyped(line.costPence),
  }
}

function fields(state: FormState, { whole }: PlanOf): Html {
  return html` ${areaField(state, { name: 'action', label: 'What will be done?' })}
  ${selectField(state, { name: 'needId', label: 'Which need does it meet?', options: whole.needs.map(({ id, need }) => [id, need] as const), blank: 'None of them in particular' })}
  ${lineField(state, { name: 'owner', label: 'Who will see to it?', hint: 'A name and, if it is not the carer, the organisation' })}
  ${dayField(state, { name: 'dueOn', label: 'By when?', hint: 'For example, 20 4 2018' })}
  ${lineField(state, { name: 'provider', label: 'Who provides it? (optional)' })}
  ${lineField(state, { name: 'cost', label: 'What does it cost the council in a year? (optional)', hint: 'In pounds; leave it empty where it is free', width: 'govuk-input--width-10' })}
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
