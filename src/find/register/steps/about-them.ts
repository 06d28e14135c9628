import { codesOf, codeWords, wordsFor } from '#people/persons/code-words.ts'
import { choices } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import type { Way } from '../draft.ts'
import { row, step } from '../step.ts'
import { checkboxesField } from './question.view.ts'

const title = (way: Way): string =>
  way === 'young' ? 'What makes things hard for them?' : 'Why do they need your help?'

export const aboutThemForm = () => form({ conditions: choices(codesOf('conditions')) })

/** In young people's words; the code is the nearest one of the list. */
const youngWords: ReadonlyMap<string, string> = new Map([
  ['long_term_illness', 'They are ill'],
  ['physical_disability', 'They find it hard to walk or use their body'],
  ['sensory_impairment', 'They cannot see or hear well'],
  ['autism', 'They are autistic'],
  ['learning_disability', 'They find it hard to learn or understand'],
  ['mental_health', 'They feel very sad, worried or mixed up'],
  ['substance_misuse', 'They drink too much or take drugs'],
  ['dementia', 'They forget things'],
  ['other', 'Something else'],
])

const wordsOf = (way: Way, code: string): string =>
  (way === 'young' ? youngWords.get(code) : undefined) ?? wordsFor('conditions', code)

export const aboutThem = step({
  slug: 'about-them',
  ways: ['adult', 'young'],
  title,
  names: ['conditions'],
  form: aboutThemForm,
  view: (state, { way }) =>
    checkboxesField(state, {
      name: 'conditions',
      heading: title(way),
      hint: 'Select all that apply, or none. You can leave this out.',
      items: [...(way === 'young' ? youngWords : codeWords('conditions'))].map(([value, text]) => ({
        value,
        text,
      })),
    }),
  rows: ({ conditions }, { way }) =>
    row(title(way), conditions.map((code) => wordsOf(way, code)).join(', ')),
})
