import { wordsFor } from '#people/persons/code-words.ts'
import { html } from '#platform/lib/html.ts'
import { choices, optionalText } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { noteRow, step } from '../step.ts'
import { checkboxesField, question, wordsField } from './question.view.ts'

const title = 'What would help you most?'

/** Of all that a referral may ask for, what one would ask for oneself. */
const offered = [
  'information',
  'emotional_support',
  'break',
  'assessment',
  'benefits',
  'training',
  'emergency_plan',
  'equipment',
] as const

export const helpForm = () => form({ reasons: choices(offered), words: optionalText(2000) })

export const whatWouldHelp = step({
  slug: 'what-would-help',
  ways: ['adult', 'young'],
  title: () => title,
  names: ['reasons', 'words'],
  form: helpForm,
  view: (state, { way }) => {
    const own = wordsField(state, {
      name: 'words',
      label:
        way === 'young'
          ? 'Tell us in your own words (optional)'
          : 'Anything you would like to tell us (optional)',
      hint: 'As much or as little as you like. You can leave it out and tell us when we talk.',
    })
    return way === 'young'
      ? question(title, own)
      : html`${checkboxesField(state, {
          name: 'reasons',
          heading: title,
          hint: 'Select all that apply, or none.',
          items: offered.map((value) => ({ value, text: wordsFor('referral-reasons', value) })),
        })}
        ${own}`
  },
  rows: ({ reasons, words }) => [
    ...noteRow(
      'What would help',
      reasons.map((code) => wordsFor('referral-reasons', code)).join(', '),
    ),
    ...noteRow('In your words', words),
  ],
})
