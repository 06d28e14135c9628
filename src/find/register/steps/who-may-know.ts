import { html } from '#platform/lib/html.ts'
import { choices, optionalText } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { inASentence, ownPurposeWords, capital } from '#share/agreements/purposes.ts'
import { noteRow, step } from '../step.ts'
import { checkboxesField, lineField } from './question.view.ts'

const title = 'Who else may know that you look after someone?'

/** Beyond who they are, which whoever may know anything knows. */
const beyond = ['support', 'assessment', 'emergency'] as const

/** Who a carer may agree to tell before anybody has talked with them; more is agreed later, on their own page. */
export const mayKnowForm = () =>
  form(
    {
      mayKnow: choices(['practice', 'council']),
      practice: optionalText(200),
      know: choices(beyond),
      mayPassOn: choices(['yes']),
    },
    ({ mayKnow, practice, know }) => [
      ...(mayKnow.includes('practice') && practice === null
        ? [{ field: 'practice', message: 'Enter the name of your GP practice' }]
        : []),
      ...(mayKnow.length === 0 && know.length > 0
        ? [{ field: 'mayKnow', message: 'Select who may know this, or untick what they may know' }]
        : []),
    ],
  )

export const whoMayKnow = step({
  slug: 'who-may-know',
  ways: ['adult'],
  title: () => title,
  names: ['mayKnow', 'practice', 'know', 'mayPassOn'],
  form: mayKnowForm,
  view: (state) =>
    html`${checkboxesField(state, {
      name: 'mayKnow',
      heading: title,
      hint: 'Select who, or nobody. They are told who you are and that you are a carer, for one year. You can change your mind at any time.',
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
    })}
    ${checkboxesField(state, {
      name: 'know',
      heading: 'May they know more than that?',
      isPageHeading: false,
      hint: 'Leave these empty if they may know no more.',
      items: beyond.map((value) => ({ value, text: capital(ownPurposeWords[value] ?? value) })),
    })}
    ${checkboxesField(state, {
      name: 'mayPassOn',
      heading: 'May another service have your registration?',
      isPageHeading: false,
      hint: 'Only if it can help you sooner or better.',
      items: [{ value: 'yes', text: 'Yes, you may pass it on' }],
    })}`,
  rows: ({ mayKnow, practice, know, mayPassOn }) => [
    ...noteRow(
      'Who else may know',
      [
        mayKnow.includes('practice') ? `my GP practice, ${practice ?? ''}` : '',
        mayKnow.includes('council') ? 'the council' : '',
      ]
        .filter((each) => each !== '')
        .join('; ') || 'nobody',
    ),
    ...noteRow('They may also know', inASentence(know, ownPurposeWords)),
    ...noteRow('Another service may have it', mayPassOn.includes('yes') ? 'yes' : null),
  ],
})
