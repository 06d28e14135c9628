import { html } from '#platform/lib/html.ts'
import { choice, optionalText } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { noteRow, row, step } from '../step.ts'
import { radiosField, wordsField } from './question.view.ts'

const title = 'Do the grown-ups at home know that you are telling us?'

const answers = {
  yes: 'Yes',
  no: 'No',
  talk_first: 'I would like to talk about that first',
} as const

export const grownUpsForm = () =>
  form({
    parentsKnow: choice(['yes', 'no', 'talk_first'], 'Select whether the grown-ups at home know'),
    safeContact: optionalText(300),
  })

// A parent may be the risk: nobody rings home before the child's answer was read.
export const grownUpsAtHome = step({
  slug: 'grown-ups-at-home',
  ways: ['young'],
  title: () => title,
  names: ['parentsKnow', 'safeContact'],
  form: grownUpsForm,
  view: (state) =>
    html`${radiosField(state, {
      name: 'parentsKnow',
      heading: title,
      hint: 'Any answer is fine. We talk with you first.',
      items: Object.entries(answers).map(([value, text]) => ({ value, text })),
    })}
    ${wordsField(state, {
      name: 'safeContact',
      label: 'Is there a good time to get in touch, or a bad one? (optional)',
    })}`,
  rows: ({ parentsKnow, safeContact }) => [
    ...noteRow('Grown-ups at home know', answers[parentsKnow]),
    ...row('When to get in touch', safeContact),
  ],
})
