import { birth } from '#people/persons/person-fields.ts'
import { govukDateInput } from '#platform/govuk/date-input.ts'
import { inWords } from '#platform/lib/dates.ts'
import { form } from '#platform/web/form.ts'
import { dayOf } from '#platform/web/form-view.ts'
import type { Asking, Way } from '../draft.ts'
import { row, step } from '../step.ts'

export const birthForm = ({ today }: Asking) =>
  form({ dateOfBirth: birth('Enter your date of birth', today) })

const title = (way: Way): string =>
  way === 'young' ? 'When were you born?' : 'What is your date of birth?'

export const dateOfBirth = step({
  slug: 'date-of-birth',
  ways: ['adult', 'young'],
  title,
  names: ['dateOfBirth-day', 'dateOfBirth-month', 'dateOfBirth-year'],
  form: birthForm,
  view: (state, { way }) =>
    govukDateInput({
      ...dayOf(state, 'dateOfBirth'),
      fieldset: {
        legend: { text: title(way), isPageHeading: true, classes: 'govuk-fieldset__legend--l' },
      },
      hint: { text: 'For example, 31 3 1965. Different rights begin at different ages.' },
    }),
  rows: (values) => row('Date of birth', inWords(values.dateOfBirth)),
})
