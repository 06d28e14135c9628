import { optionalText, text } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { html } from '#platform/lib/html.ts'
import { row, step } from '../step.ts'
import { lineField, question } from './question.view.ts'

export const nameForm = () =>
  form({
    givenName: text('Enter your first name', 100),
    familyName: text('Enter your last name', 100),
    knownAs: optionalText(100),
  })

export const yourName = step({
  slug: 'your-name',
  ways: ['adult', 'young'],
  title: () => 'What is your name?',
  names: ['givenName', 'familyName', 'knownAs'],
  form: nameForm,
  view: (state, { way }) =>
    question(
      'What is your name?',
      html`${lineField(state, { name: 'givenName', label: 'First name', autocomplete: 'given-name', width: 20 })}
      ${lineField(state, { name: 'familyName', label: 'Last name', autocomplete: 'family-name', width: 20 })}
      ${lineField(state, {
        name: 'knownAs',
        label: 'What people call you (optional)',
        hint:
          way === 'young'
            ? 'The name you like best.'
            : 'If that is another name, for example Peg for Margaret.',
        autocomplete: 'nickname',
        width: 20,
      })}`,
    ),
  rows: ({ givenName, familyName, knownAs }) => [
    ...row('Name', `${givenName} ${familyName}`),
    ...row('People call you', knownAs),
  ],
})
