import { govukButton } from '#platform/govuk/button.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import type { PathwayKind } from '#platform/clock-source.ts'
import type { PromisedStep, StepTarget } from '#people/pathway/pathway.ts'
import { dayField, fieldRow, lineField, selectField } from '#people/persons/fields.view.ts'
import { carerKindWords } from '#people/persons/involvement.ts'

const kindWords: Readonly<Record<PathwayKind, string>> = {
  ...carerKindWords,
  transition: 'In transition to 18',
}

const stepWords: Readonly<Record<PromisedStep, string>> = {
  assessed: 'Assessed, from asking for it or from the first talk',
  decided: 'Decided, from the assessment',
  planned: 'Plan agreed, from the decision',
  supported: 'Support begun, from the plan',
}

/** The promises in force and to come, and the form for a new one. */
export function stepTargetsView(of: {
  readonly targets: readonly StepTarget[]
  readonly state: FormState
}): Html {
  const { targets, state } = of
  const ordered = targets.toSorted((a, b) =>
    a.fromOn < b.fromOn ? 1 : a.fromOn > b.fromOn ? -1 : 0,
  )
  return html`${faultSummary(state)}
    <h1 class="govuk-heading-l">What we promise: each step</h1>
    <p class="govuk-body">
      In working days, without bank holidays. Carers see the same days on their own page as you see
      on their record. A clock that runs keeps the promise that held on the day it began.
      <a class="govuk-link" href="/referrals/promises">The answer and the first talk</a> have
      promises of their own; a review has its own day.
    </p>
    ${scrollable({
      label: 'Promises',
      body: govukTable({
        head: [
          { text: 'Step' },
          { text: 'Carers' },
          { text: 'From' },
          { text: 'Due after', format: 'numeric' },
          { text: 'Amber after', format: 'numeric' },
        ],
        rows: ordered.map(({ kind, step, fromOn, days, amberDays }) => [
          { text: stepWords[step] },
          { text: kindWords[kind] },
          { text: inWords(fromOn) },
          { text: String(days), format: 'numeric' },
          { text: String(amberDays), format: 'numeric' },
        ]),
      }),
    })}
    <h2 class="govuk-heading-m">A new promise</h2>
    ${formTag({ body: html`${fields(state)}${govukButton({ text: 'Promise this', preventDoubleClick: true })}` })}`
}

const fields = (state: FormState): Html =>
  html`${hidden('id', typedIn(state, 'id'))}
  ${selectField(state, {
    name: 'step',
    label: 'Step',
    options: Object.entries(stepWords),
    blank: 'Select one',
  })}
  ${selectField(state, {
    name: 'kind',
    label: 'Kind of carer',
    options: Object.entries(kindWords),
    blank: 'Select one',
  })}
  ${dayField(state, { name: 'fromOn', label: 'From when' })}
  ${fieldRow(number(state, 'days', 'Due after'), number(state, 'amberDays', 'Amber after'))}`

const number = (state: FormState, name: string, label: string): Html =>
  lineField(state, { name, label, hint: 'working days', width: 'govuk-input--width-3' })
