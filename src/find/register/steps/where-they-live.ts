import { optionalPostcode } from '#people/persons/person-fields.ts'
import { html } from '#platform/lib/html.ts'
import { optionalChoice } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { noteRow, row, step } from '../step.ts'
import { lineField, radiosField } from './question.view.ts'

const title = 'Where does the person you look after live?'

export const whereTheyLiveForm = () =>
  form({ lives: optionalChoice(['with_me', 'elsewhere']), theirPostcode: optionalPostcode() })

// The council that must assess a carer of an adult is the one where that adult lives: Care Act 2014 s.20(1).
export const whereTheyLive = step({
  slug: 'where-they-live',
  ways: ['adult'],
  title: () => title,
  names: ['lives', 'theirPostcode'],
  form: whereTheyLiveForm,
  view: (state) =>
    html`${radiosField(state, {
      name: 'lives',
      heading: title,
      hint: 'The council where they live is the one that must help you. You can leave this out.',
      items: [
        { value: 'with_me', text: 'With me' },
        { value: 'elsewhere', text: 'Somewhere else' },
      ],
    })}
    ${lineField(state, {
      name: 'theirPostcode',
      label: 'Their postcode, if they live somewhere else (optional)',
      width: 10,
    })}`,
  rows: ({ lives, theirPostcode }) => [
    ...row(
      'They live',
      lives === null ? null : lives === 'with_me' ? 'With you' : 'Somewhere else',
    ),
    ...noteRow('Their postcode', lives === 'with_me' ? null : theirPostcode),
  ],
})
