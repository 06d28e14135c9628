import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { chosenIn, typedIn, type FormState } from '#platform/web/form.ts'
import { dayField, fieldRow, lineField, selectField } from '#people/persons/fields.view.ts'
import { carerKindWords } from '#people/persons/involvement.ts'
import type { Target } from '../target.ts'

export function targetsView(of: {
  readonly targets: readonly Target[]
  readonly state: FormState
}): Html {
  const { targets, state } = of
  const ordered = targets.toSorted((a, b) =>
    a.fromOn < b.fromOn ? 1 : a.fromOn > b.fromOn ? -1 : 0,
  )
  return html`${faultSummary(state)}
    <h1 class="govuk-heading-l">What we promise</h1>
    <p class="govuk-body">
      In working days, without bank holidays. Senders and carers see the same days as you. A
      referral keeps the promise that held on the day it came. The steps after the first talk have
      <a class="govuk-link" href="/promises/steps">promises of their own</a>.
    </p>
    <div class="app-scroll" tabindex="0" role="region" aria-label="Promises">
      ${govukTable({
        head: [
          { text: 'Carers' },
          { text: 'From' },
          { text: 'Answer', format: 'numeric' },
          { text: 'Amber after', format: 'numeric' },
          { text: 'Then first talk', format: 'numeric' },
        ],
        rows: ordered.map(({ kind, urgent, fromOn, answerDays, amberDays, talkDays }) => [
          { text: `${carerKindWords[kind]}${urgent ? ', urgent' : ''}` },
          { text: inWords(fromOn) },
          { text: String(answerDays), format: 'numeric' },
          { text: String(amberDays), format: 'numeric' },
          { text: String(talkDays), format: 'numeric' },
        ]),
      })}
    </div>
    <h2 class="govuk-heading-m">A new promise</h2>
    ${formTag({ body: html`${fields(state)}${govukButton({ text: 'Promise this', preventDoubleClick: true })}` })}`
}

const fields = (state: FormState): Html =>
  html`${hidden('id', typedIn(state, 'id'))}
  ${selectField(state, {
    name: 'kind',
    label: 'Kind of carer',
    options: Object.entries(carerKindWords),
    blank: 'Select one',
  })}
  ${govukCheckboxes({
    name: 'urgent',
    idPrefix: 'urgent',
    classes: 'govuk-checkboxes--small',
    items: [
      { value: 'yes', text: 'Of urgent ones', checked: chosenIn(state, 'urgent').length > 0 },
    ],
  })}
  ${dayField(state, { name: 'fromOn', label: 'From when' })}
  ${fieldRow(
    number(state, 'answerDays', 'Answer within'),
    number(state, 'amberDays', 'Amber after'),
    number(state, 'talkDays', 'First talk after the answer within'),
  )}`

const number = (state: FormState, name: string, label: string): Html =>
  lineField(state, { name, label, hint: 'working days', width: 'govuk-input--width-3' })
