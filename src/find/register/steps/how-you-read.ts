import { codesOf, codeWords, wordsFor } from '#people/persons/code-words.ts'
import { html } from '#platform/lib/html.ts'
import { choice, optionalText } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { row, step } from '../step.ts'
import { lineField, radiosField } from './question.view.ts'

const title = 'How do you like to read what we send?'

export const readingForm = () =>
  form({
    informationFormat: choice(codesOf('formats'), 'Select how you like to read'),
    language: optionalText(60),
  })

// Accessible Information Standard (DAPB1605): ask, write down, and keep to it.
export const howYouRead = step({
  slug: 'how-you-read',
  ways: ['adult'],
  title: () => title,
  names: ['informationFormat', 'language'],
  form: readingForm,
  view: (state) =>
    html`${radiosField(state, {
      name: 'informationFormat',
      heading: title,
      items: [...codeWords('formats')].map(([value, text]) => ({ value, text })),
    })}
    ${lineField(state, {
      name: 'language',
      label: 'Another language than English, if that is easier (optional)',
      width: 20,
    })}`,
  rows: ({ informationFormat, language }) => [
    ...row('You like to read', wordsFor('formats', informationFormat)),
    ...row('Language', language),
  ],
})
