import { choices, optionalText } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { noteRow, step } from '../step.ts'
import { checkboxesField, lineField } from './question.view.ts'

const title = 'Who else may know that you look after someone?'

/** Who a carer may agree to tell before anybody has talked with them; more is agreed later, on their own page. */
export const mayKnowForm = () =>
  form(
    {
      mayKnow: choices(['practice', 'council']),
      practice: optionalText(200),
    },
    ({ mayKnow, practice }) =>
      mayKnow.includes('practice') && practice === null
        ? [{ field: 'practice', message: 'Enter the name of your GP practice' }]
        : [],
  )

export const whoMayKnow = step({
  slug: 'who-may-know',
  ways: ['adult'],
  title: () => title,
  names: ['mayKnow', 'practice'],
  form: mayKnowForm,
  view: (state) =>
    checkboxesField(state, {
      name: 'mayKnow',
      heading: title,
      hint: 'Select who, or nobody. They are told who you are and that you are a carer, and no more, for one year. You can change your mind at any time.',
      items: [
        {
          value: 'practice',
          text: 'My GP practice',
          conditional: {
            html: lineField(state, { name: 'practice', label: 'Name of your GP practice' }),
          },
        },
        { value: 'council', text: 'The council' },
      ],
    }),
  rows: ({ mayKnow, practice }) =>
    noteRow(
      'Who else may know',
      [
        mayKnow.includes('practice') ? `my GP practice, ${practice ?? ''}` : '',
        mayKnow.includes('council') ? 'the council' : '',
      ]
        .filter((each) => each !== '')
        .join('; ') || 'nobody',
    ),
})
