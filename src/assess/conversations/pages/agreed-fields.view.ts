import { html, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { spokenName, type Person } from '#people/persons/person.ts'
import {
  areaField,
  dayField,
  lineField,
  selectField,
  tickField,
} from '#people/persons/fields.view.ts'
import type { Colleague } from '../agreed-form.ts'

/** What is asked of one thing that was agreed: what, who, by when. */
export function agreedFields(
  state: FormState,
  of: { readonly person: Person; readonly colleagues: readonly Colleague[] },
): Html {
  const name = spokenName(of.person)
  return html`${areaField(state, {
    name: 'what',
    label: 'What will be done?',
    hint: `${name} may read it on their own page, so say it in words that are theirs too`,
    rows: 2,
  })}
  ${selectField(state, {
    name: 'who',
    label: 'Who does it?',
    options: [
      ['carer', `${name}, the carer`],
      ...of.colleagues.map(({ id, name: colleague }) => [id, colleague] as const),
      ['other', 'Somebody else'],
    ],
    blank: 'Select one',
  })}
  ${lineField(state, { name: 'who_name', label: 'Their name, if it is somebody else', width: 'govuk-input--width-20' })}
  ${dayField(state, { name: 'by', label: 'By when?' })}
  ${tickField(state, { name: 'withheld', label: 'Keep this from the carer’s own page, for safety' })}`
}
