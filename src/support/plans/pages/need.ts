import { choice, text, optionalChoice } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { html } from '#platform/lib/html.ts'
import { areaField, radiosField, selectField } from '#people/persons/fields.view.ts'
import { needOutcomes, outcomeWords } from '../need-outcomes.ts'
import { deleteLine, insertNeed, updateNeed, updateWithoutNeed } from '../plan-lines.sql.ts'
import type { PlanNeed } from '../plan.ts'
import { settleBases } from '../settle-bases.ts'
import { linePage } from './line-page.ts'

const outcomeIds = [...needOutcomes.keys()]

const needForm = form({
  need: text('Write what the carer needs', 1000),
  eligible: choice(['yes', 'no', 'unsaid'], 'Say whether the need meets the eligibility criteria'),
  outcomeId: optionalChoice(outcomeIds, 'Select one of the outcomes'),
})

const answers = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['unsaid', 'Not decided yet'],
] as const

/** A need that the assessment found, and whether it meets the criteria: s.25(1)(a) and (b). */
export const needPage = linePage<PlanNeed, Pick<PlanNeed, 'need' | 'eligible' | 'outcomeId'>>({
  path: 'needs',
  part: 'needs',
  titles: { add: 'Add a need', change: 'Change a need' },
  lines: ({ whole }) => whole.needs,
  read: (body) => {
    const read = needForm.read(body)
    if (!read.ok) return read
    const { eligible, ...rest } = read.value
    return {
      ok: true,
      value: { ...rest, eligible: eligible === 'unsaid' ? null : eligible === 'yes' },
    }
  },
  typed: ({ need, eligible, outcomeId }) => ({
    need,
    eligible: eligible === null ? 'unsaid' : eligible ? 'yes' : 'no',
    outcomeId: outcomeId ?? '',
  }),
  fields: (state, { whole }) =>
    html` ${areaField(state, { name: 'need', label: 'What does the carer need?', hint: 'As the assessment found it, in words the carer will understand' })}
    ${radiosField(state, {
      name: 'eligible',
      label: 'Does this need meet the eligibility criteria?',
      hint:
        whole.plan.kind === 'adult_carer'
          ? 'Care Act 2014, section 25(1)(b)'
          : 'The 2015 regulations are for adult carers: choose “Not decided yet” for young and parent carers',
      options: answers,
    })}
    ${selectField(state, { name: 'outcomeId', label: 'What is it about?', options: needOutcomes, blank: 'Something else' })}`,
  says: ({ need, eligible, outcomeId }) => [
    { name: 'Need', value: need },
    { name: 'Eligible', value: eligible === null ? 'Not decided yet' : eligible ? 'Yes' : 'No' },
    { name: 'About', value: outcomeWords(outcomeId) ?? 'Something else' },
  ],
  add: async (tx, { whole }, id, values) => {
    await insertNeed(tx, whole.plan, { id, ...values })
    await settleBases(tx, whole.plan.id)
  },
  change: async (tx, { whole }, seen, values) => {
    const saved = await updateNeed(tx, seen, values)
    if (saved) await settleBases(tx, whole.plan.id)
    return saved
  },
  remove: async (tx, { whole }, { id }) => {
    await updateWithoutNeed(tx, whole.plan.id, id)
    await deleteLine(tx, 'planNeed', { id, planId: whole.plan.id })
    await settleBases(tx, whole.plan.id)
  },
})
