import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { choiceOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { chosenIn, typedIn, type FormState } from '#platform/web/form.ts'
import { codeWords } from '#people/persons/code-words.ts'
import {
  areaField,
  dayField,
  fieldRow,
  lineField,
  selectField,
} from '#people/persons/fields.view.ts'
import type { Sender } from '../sent-referrals.sql.ts'

export function referACarerView(of: {
  readonly senders: readonly Sender[]
  readonly state: FormState
}): Html {
  const { state } = of
  return html`${faultSummary(state)}
    <h1 class="govuk-heading-l">Refer a carer</h1>
    <p class="govuk-body">
      For anyone who looks after someone unpaid, at any age. It takes about two minutes. We ring the
      carer; you hear what becomes of it if they agree.
    </p>
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))} ${from(of)} ${who(state)} ${kind(state)}
      ${more(state)} ${agreement(state)}
      ${govukButton({ text: 'Send the referral', preventDoubleClick: true })}`,
    })}`
}

function from({
  senders,
  state,
}: {
  readonly senders: readonly Sender[]
  readonly state: FormState
}): Html {
  const [only, ...others] = senders
  if (only !== undefined && others.length === 0) return hidden('sender', only.id)
  return selectField(state, {
    name: 'sender',
    label: 'You refer for',
    options: senders.map(({ id, name }) => [String(id), name] as const),
    blank: 'Select one',
  })
}

const who = (state: FormState): Html =>
  html`${fieldRow(
    lineField(state, { name: 'givenName', label: 'Carer’s first name' }),
    lineField(state, { name: 'familyName', label: 'Carer’s last name' }),
  )}
  ${fieldRow(
    dayField(state, {
      name: 'dateOfBirth',
      label: 'Their date of birth',
      hint: 'For example, 27 3 1951',
    }),
    lineField(state, {
      name: 'age',
      label: 'Or their age',
      hint: 'About right is enough',
      width: 'govuk-input--width-3',
    }),
  )}
  ${lineField(state, { name: 'telephone', label: 'Their telephone number', width: 'govuk-input--width-20', type: 'tel' })}`

function kind(state: FormState): Html {
  const { value: chosen, ...group } = choiceOf(state, 'kind')
  return govukRadios({
    ...group,
    fieldset: { legend: { text: 'Which kind of carer are they?' } },
    classes: 'govuk-radios--small',
    items: kinds.map(([value, text, hint]) => ({
      value,
      text,
      hint: { text: hint },
      checked: value === chosen,
    })),
  })
}

const kinds = [
  ['adult_carer', 'Adult carer', '18 or over, looks after another adult'],
  ['parent_carer', 'Parent carer', 'looks after their disabled child who is under 18'],
  ['young_carer', 'Young carer', 'under 18, looks after anyone'],
  ['young_adult_carer', 'Young adult carer', 'between 16 and 25, looks after anyone'],
] as const

function more(state: FormState): Html {
  const inside = ['address1', 'postcode', 'email', 'reason', 'more']
  const used = inside.some((name) => typedIn(state, name) !== '')
  const faulty = state.faults.some(({ field }) => inside.includes(field))
  return govukDetails({
    summaryText: 'No telephone, or more to tell: address, email, what would help',
    open: used || faulty,
    html: html`${fieldRow(
      lineField(state, { name: 'address1', label: 'House and street' }),
      lineField(state, { name: 'postcode', label: 'Postcode', width: 'govuk-input--width-10' }),
    )}
    ${lineField(state, { name: 'email', label: 'Email', type: 'email' })}
    ${selectField(state, {
      name: 'reason',
      label: 'What would help most',
      options: codeWords('referral-reasons'),
      blank: 'Not sure',
    })}
    ${areaField(state, {
      name: 'more',
      label: 'Anything we should know',
      hint: 'Whom they look after, how best to reach them, any risk when we visit or ring',
    })}`,
  })
}

function agreement(state: FormState): Html {
  const { value: how, ...group } = choiceOf(state, 'agreedHow')
  const fault = state.faults.find(({ field }) => field === 'agreed')
  const ticked = (name: string) => chosenIn(state, name).length > 0
  return html`${govukCheckboxes({
    name: 'agreed',
    idPrefix: 'agreed',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'What the carer agreed to' } },
    ...(fault === undefined ? {} : { errorMessage: { text: fault.message } }),
    items: [
      {
        name: 'agreed',
        value: 'yes',
        text: 'The carer agrees to this referral and to our contacting them',
        checked: ticked('agreed'),
      },
      {
        name: 'shareOutcome',
        id: 'shareOutcome',
        value: 'yes',
        text: 'The carer agrees that you hear what becomes of it',
        checked: ticked('shareOutcome'),
      },
    ],
  })}
  ${govukRadios({
    ...group,
    fieldset: { legend: { text: 'How did they agree?' } },
    classes: 'govuk-radios--small govuk-radios--inline',
    items: [
      { value: 'spoken', text: 'They said so', checked: how === 'spoken' },
      { value: 'written', text: 'In writing', checked: how === 'written' },
    ],
  })}
  ${govukCheckboxes({
    name: 'urgent',
    idPrefix: 'urgent',
    classes: 'govuk-checkboxes--small',
    items: [
      {
        value: 'yes',
        text: 'This is urgent',
        hint: {
          text: 'Caring may break down within days. We ring on the next working day. If anyone is in danger, call 999.',
        },
        checked: ticked('urgent'),
      },
    ],
  })}`
}
