import { govukInput } from '#platform/govuk/input.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { choiceOf, fieldOf } from '#platform/web/form-view.ts'
import type { Determination } from '../determination.ts'
import type { Home } from '../responsible-authority.rules.ts'

/** The duty to an adult carer follows where the adult who needs care lives; to a family, where it lives. */
export function homeView(
  state: FormState,
  { kind }: Pick<Determination, 'kind'>,
  home: Home,
): Html {
  const adult = kind === 'adult_carer'
  const why = adult
    ? 'This decides which council is responsible, wherever the carer lives (Care Act 2014 s.13(4)(b), s.20(1)(a)).'
    : 'This decides which council is responsible (Children Act 1989 s.17).'
  return html`${govukRadios({
    ...choiceOf(state, 'home'),
    fieldset: {
      legend: {
        text: adult ? 'Where does the adult who needs care live?' : 'Where does the family live?',
        classes: 'govuk-fieldset__legend--m',
      },
    },
    hint: { text: `${why} ${recordSays(home)}` },
    items: [
      { value: 'here', text: 'In this area' },
      { value: 'no_settled_home', text: 'In this area, without a settled home' },
      {
        value: 'elsewhere',
        text: 'In another area',
        conditional: {
          html: html`${govukInput({ ...fieldOf(state, 'area'), label: { text: 'Which council or area?' } })}`,
        },
      },
      { value: 'unknown', text: 'Not known yet' },
    ],
  })}`
}

function recordSays(home: Home): string {
  switch (home.is) {
    case 'here':
      return 'The record says: in this area.'
    case 'elsewhere':
      return `The record says: in ${home.area}.`
    case 'no_settled_home':
    case 'unknown':
      return 'The record does not say.'
  }
}
