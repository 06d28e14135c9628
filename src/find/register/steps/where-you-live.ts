import { optionalPostcode } from '#people/persons/person-fields.ts'
import { html } from '#platform/lib/html.ts'
import { optionalText } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { row, step } from '../step.ts'
import { lineField, question } from './question.view.ts'

export const homeForm = () =>
  form({
    address1: optionalText(100),
    town: optionalText(60),
    postcode: optionalPostcode(),
  })

export const whereYouLive = step({
  slug: 'where-you-live',
  ways: ['adult', 'young'],
  title: () => 'Where do you live?',
  names: ['address1', 'town', 'postcode'],
  form: homeForm,
  view: (state, { way }) =>
    question(
      'Where do you live?',
      html`${lineField(state, { name: 'address1', label: 'House and street (optional)', autocomplete: 'address-line1' })}
      ${lineField(state, { name: 'town', label: 'Town or village (optional)', autocomplete: 'address-level2', width: 20 })}
      ${lineField(state, { name: 'postcode', label: 'Postcode (optional)', autocomplete: 'postal-code', width: 10 })}`,
      way === 'young'
        ? 'You can leave all of this out, or only tell us the town. It helps us find a club near you.'
        : 'You can leave all of this out, or tell us only the town. It helps us tell you what is near.',
    ),
  rows: ({ address1, town, postcode }) =>
    row('Where you live', [address1, town, postcode].filter((part) => part !== null).join(', ')),
})
