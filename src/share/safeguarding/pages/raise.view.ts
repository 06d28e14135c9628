import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukWarningText } from '#platform/govuk/warning-text.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { areaField, radiosField } from '#people/persons/fields.view.ts'
import type { FormState } from '#platform/web/form.ts'
import {
  choiceOf,
  choicesOf,
  faultSummary,
  fieldOf,
  formTag,
  hidden,
} from '#platform/web/form-view.ts'
import { typedIn } from '#platform/web/form.ts'
import { kinds } from '../concern.ts'
import { elsewhere } from '../raise-form.ts'
import type { OnRecord } from '../raise-concern.ts'

export function raiseView(state: FormState, people: readonly OnRecord[]): Html {
  return html`${faultSummary(state)}
    <h1 class="govuk-heading-l">Raise a safeguarding concern</h1>
    ${govukWarningText({
      text: 'If somebody is in danger now, ring 999 first.',
      iconFallbackText: 'Warning',
    })}
    <p class="govuk-body">
      You need nobody’s agreement, and you need not be sure. Only the safeguarding lead, whom they
      name, and you can read what you write here.
    </p>
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))} ${whoField(state, people)}
      ${radiosField(state, {
        name: 'about',
        label: 'Is that person',
        options: [
          ['adult', 'An adult'],
          ['child', 'A child or young person under 18'],
        ],
        inline: true,
      })}
      ${radiosField(state, {
        name: 'danger',
        label: 'Is anybody in danger now?',
        options: [
          ['yes', 'Yes'],
          ['no', 'No'],
        ],
        inline: true,
      })}
      ${areaField(state, {
        name: 'words',
        label: 'What worries you?',
        hint: 'What you saw or heard, when, and in whose words',
        rows: 6,
      })}
      ${radiosField(state, {
        name: 'knows',
        label: 'Does the person know that you raise this?',
        options: [
          ['yes', 'Yes'],
          ['no', 'No'],
          ['not_safe', 'It would not be safe to tell them'],
        ],
      })}
      ${areaField(state, {
        name: 'wishes',
        label: 'What do they want to happen? (if you could ask)',
        rows: 2,
      })}
      ${govukDetails({ summaryText: 'What kind of harm, if you can say', html: kindsField(state) })}
      ${govukButton({ text: 'Send to the safeguarding lead', preventDoubleClick: true })}`,
    })}`
}

function whoField(state: FormState, people: readonly OnRecord[]): Html {
  const name = govukInput({
    ...fieldOf(state, 'name'),
    label: { text: 'Their name, or how you would know them again' },
  })
  if (people.length === 0) return html`${hidden('who', elsewhere)} ${name}`
  const { value: chosen, ...group } = choiceOf(state, 'who')
  return govukRadios({
    ...group,
    fieldset: { legend: { text: 'Whom are you worried about?' } },
    classes: 'govuk-radios--small',
    items: [
      ...people.map((person) => ({
        value: person.id,
        text: person.name,
        hint: { text: person.hint },
        checked: chosen === person.id,
      })),
      {
        value: elsewhere,
        text: 'Somebody else',
        checked: chosen === elsewhere,
        conditional: { html: name },
      },
    ],
  })
}

function kindsField(state: FormState): Html {
  const groups = [
    ['An adult', kinds.adult],
    ['A child', kinds.child],
  ] as const
  const { values, ...group } = choicesOf(state, 'kinds')
  return html`${groups.map(([title, of], at) =>
    govukCheckboxes({
      ...group,
      idPrefix: at === 0 ? group.idPrefix : `${group.idPrefix}-child`,
      errorMessage: at === 0 ? group.errorMessage : undefined,
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: title } },
      items: Object.entries(of).map(([value, text]) => ({
        value,
        text,
        checked: values.includes(value),
      })),
    }),
  )}`
}
