import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { html } from '#platform/lib/html.ts'
import { choices, optionalText } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { choicesOf } from '#platform/web/form-view.ts'
import { areaField } from '#people/persons/fields.view.ts'
import { mattersInWords, type SupportMatter, supportMatters } from '../support-matters.ts'
import { partPage } from './part-page.ts'

const adviceForm = form({
  matters: choices(supportMatters.map(({ id }) => id)),
  adviceReduce: optionalText(4000),
  advicePrevent: optionalText(4000),
})

type Advice = {
  readonly matters: readonly SupportMatter[]
  readonly adviceReduce: string | null
  readonly advicePrevent: string | null
}

/** What the support could help with, and the advice that every plan must hold: s.25(1)(d) and (f). */
export const advicePage = partPage<Advice>({
  path: 'advice',
  part: 'matters',
  title: 'What the support could help with, and advice',
  read: (body) => adviceForm.read(body),
  typed: ({ whole: { plan } }) => ({
    matters: [...plan.matters],
    adviceReduce: plan.adviceReduce ?? '',
    advicePrevent: plan.advicePrevent ?? '',
  }),
  fields: (state) =>
    html` ${govukCheckboxes({
      ...choicesOf(state, 'matters'),
      fieldset: { legend: { text: 'What could this support help with?' } },
      hint: { text: 'Select all that apply (section 25(1)(d))' },
      classes: 'govuk-checkboxes--small',
      items: supportMatters.map(({ id, label }) => ({ value: id, text: label })),
    })}
    ${areaField(state, { name: 'adviceReduce', label: 'Advice: what can be done to meet or reduce these needs?', hint: 'Written to the carer: “Ask the pharmacy to deliver…” (section 25(1)(f)(i))', rows: 5 })}
    ${areaField(state, { name: 'advicePrevent', label: 'Advice: what can be done to prevent or delay needs in future?', hint: 'Also to the carer (section 25(1)(f)(ii))', rows: 5 })}`,
  says: ({ whole: { plan } }) => [
    { name: 'It could help with', value: mattersInWords(plan.matters).join(', ') },
    { name: 'To meet or reduce needs', value: plan.adviceReduce },
    { name: 'To prevent or delay needs', value: plan.advicePrevent },
  ],
  change: (advice) => advice,
})
