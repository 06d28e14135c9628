import { html } from '#platform/lib/html.ts'
import { optionalText } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { noteRow, step } from '../step.ts'
import { lineField, question } from './question.view.ts'

export const schoolForm = () => form({ school: optionalText(120), trusted: optionalText(120) })

export const school = step({
  slug: 'school',
  ways: ['young'],
  title: () => 'Where do you go to school?',
  names: ['school', 'trusted'],
  form: schoolForm,
  view: (state) =>
    question(
      'Where do you go to school?',
      html`${lineField(state, { name: 'school', label: 'School or college (optional)' })}
      ${lineField(state, {
        name: 'trusted',
        label: 'A grown-up there that you trust (optional)',
        hint: 'We ask you first before we talk to them.',
        width: 20,
      })}`,
      'You can leave this out.',
    ),
  rows: ({ school: name, trusted }) => [
    ...noteRow('School', name),
    ...noteRow('You trust', trusted),
  ],
})
