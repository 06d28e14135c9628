import { govukInput } from '#platform/govuk/input.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { choiceOf, fieldOf } from '#platform/web/form-view.ts'
import { secondStepNames, secondStepRules, signInRuleNames, signInRules } from '../organisation.ts'

const small = { classes: 'govuk-input--width-10' }

/** What is known of an organisation, and its rules for signing in. */
export const factFields = (state: FormState): Html =>
  html`${govukInput({ ...fieldOf(state, 'name'), label: { text: 'Name' }, autocomplete: 'off' })}
  ${govukInput({ ...fieldOf(state, 'code'), ...small, label: { text: 'Code (optional)' }, hint: { text: 'ODS for practices and trusts, URN for schools' } })}
  ${govukInput({ ...fieldOf(state, 'town'), label: { text: 'Town (optional)' }, autocomplete: 'off' })}
  ${govukInput({ ...fieldOf(state, 'telephone'), ...small, label: { text: 'Telephone (optional)' }, type: 'tel', autocomplete: 'off' })}
  ${govukTextarea({
    ...fieldOf(state, 'domains'),
    rows: 2,
    label: { text: 'Its own email domains (optional)' },
    hint: {
      text: 'The part after the @, one a line. An invitation to any other address needs a second administrator.',
    },
  })}
  ${govukRadios({
    ...choiceOf(state, 'signInRule'),
    fieldset: { legend: { text: 'How its people come in', classes: 'govuk-fieldset__legend--s' } },
    items: signInRules.map((value) => ({ value, text: signInRuleNames[value] })),
  })}
  ${govukRadios({
    ...choiceOf(state, 'secondStep'),
    fieldset: {
      legend: {
        text: 'The second step, when they come by single sign-on',
        classes: 'govuk-fieldset__legend--s',
      },
    },
    hint: { text: 'Whoever comes in by password always needs an authenticator app.' },
    items: secondStepRules.map((value) => ({ value, text: secondStepNames[value] })),
  })}`
