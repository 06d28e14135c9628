import { codesOf, codeWords, wordsFor } from '#people/persons/code-words.ts'
import { optionalChoice } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { row, step } from '../step.ts'
import { radiosField } from './question.view.ts'

const title = 'How much time does it take in a week?'
const dontKnow = 'not_known'

export const timeForm = () =>
  form({ hoursBand: optionalChoice([...codesOf('hours-bands'), dontKnow]) })

export const howMuchTime = step({
  slug: 'how-much-time',
  ways: ['adult'],
  title: () => title,
  names: ['hoursBand'],
  form: timeForm,
  view: (state) =>
    radiosField(state, {
      name: 'hoursBand',
      heading: title,
      hint: 'Count everything: shopping, washing, lifting, forms, lying awake, being there in case. It makes no difference to whether you may have help.',
      items: [
        ...[...codeWords('hours-bands')].map(([value, text]) => ({ value, text })),
        { divider: 'or' },
        { value: dontKnow, text: 'It changes, or I do not know' },
      ],
    }),
  rows: ({ hoursBand }) =>
    row(
      'Time in a week',
      hoursBand === null || hoursBand === dontKnow ? null : wordsFor('hours-bands', hoursBand),
    ),
})
