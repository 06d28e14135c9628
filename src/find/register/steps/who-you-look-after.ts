import { codesOf, codeWords, wordsFor } from '#people/persons/code-words.ts'
import { html } from '#platform/lib/html.ts'
import { choice, optionalText } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import type { Way } from '../draft.ts'
import { noteRow, row, step } from '../step.ts'
import { lineField, radiosField } from './question.view.ts'

const title = (way: Way): string =>
  way === 'young' ? 'Who do you help look after?' : 'Who do you look after?'

export const whoForm = () =>
  form({
    relationship: choice(codesOf('relationships'), 'Select who you look after'),
    theirName: optionalText(100),
  })

/** In young people's words; relations that they do not have are left out. */
const youngWords: ReadonlyMap<string, string> = new Map([
  ['parent', 'My mum, my dad or another grown-up who brings me up'],
  ['sibling', 'My brother or sister'],
  ['grandparent', 'My gran, grandad or another grandparent'],
  ['other_relative', 'Someone else in my family'],
  ['friend_neighbour', 'A friend or neighbour'],
  ['more_than_one', 'More than one person'],
])

const items = (way: Way) =>
  [...(way === 'young' ? youngWords : codeWords('relationships'))].map(([value, text]) => ({
    value,
    text,
  }))

export const whoYouLookAfter = step({
  slug: 'who-you-look-after',
  ways: ['adult', 'young'],
  title,
  names: ['relationship', 'theirName'],
  form: whoForm,
  view: (state, { way }) =>
    html`${radiosField(state, { name: 'relationship', heading: title(way), items: items(way) })}
    ${lineField(state, {
      name: 'theirName',
      label: 'Their name (optional)',
      hint: 'You need not tell us. It is for you to say who is told about them.',
      width: 20,
    })}`,
  rows: ({ relationship, theirName }, { way }) => [
    ...row(
      title(way),
      (way === 'young' ? youngWords.get(relationship) : undefined) ??
        wordsFor('relationships', relationship),
    ),
    ...noteRow('Their name', theirName),
  ],
})
