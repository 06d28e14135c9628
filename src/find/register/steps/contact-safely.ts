import { optionalText } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { row, step } from '../step.ts'
import { question, wordsField } from './question.view.ts'

const title = 'Is there anything we must know before we get in touch?'

export const safelyForm = () => form({ safeContact: optionalText(300) })

export const contactSafely = step({
  slug: 'contact-safely',
  ways: ['adult'],
  title: () => title,
  names: ['safeContact'],
  form: safelyForm,
  view: (state) =>
    question(
      title,
      wordsField(state, {
        name: 'safeContact',
        label: 'What we must know (optional)',
        hint: 'For example: ring after 2pm, leave no message, do not say where you ring from.',
      }),
    ),
  rows: ({ safeContact }) => row('Before we get in touch', safeContact),
})
