import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { inWords, londonDay, timeInWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { actionButton, choiceOf, faultSummary, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import type { Caring } from '#people/caring/caring.ts'
import { caredForName } from '#people/caring/panel.view.ts'
import {
  areaField,
  dayField,
  fieldGroup,
  fieldRow,
  lineField,
  selectField,
} from '#people/persons/fields.view.ts'
import { alsoHereView } from '#people/persons/also-here.view.ts'
import type { AlsoHere } from '#people/persons/open-records.sql.ts'
import { phoneInWords } from '#platform/lib/phone.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { channelWords, contactOutcomes } from '../contact.ts'

export type LogAContactModel = {
  readonly person: Person
  readonly caredFor: readonly Caring[]
  /** Who else has the record open. */
  readonly alsoHere: readonly AlsoHere[]
  readonly workers: readonly { readonly id: string; readonly name: string }[]
  readonly state: FormState
  /** The promise that this contact keeps, in its words. */
  readonly keeps: string | null
  /** When what the form holds was kept as a draft. */
  readonly draftAt: string | null
  /** Whether there is somebody here who assesses. */
  readonly mayAsk: boolean
}

export function logAContactView(model: LogAContactModel): Html {
  const { person, state } = model
  const here = `/carers/${person.id}/contacts`
  return html`${govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${fullName(person)}` })}
    ${faultSummary(state)}
    <h1 class="govuk-heading-l">Log a contact with ${fullName(person)}</h1>
    ${alsoHereView(person.id, model.alsoHere)} ${reminders(model)} ${draftNote(model, here)}
    <div data-autosave>
      <form class="app-dense" method="post" action="${here}/new" novalidate>
        ${hidden('id', typedIn(state, 'id'))}${hidden('keeps', typedIn(state, 'keeps'))}
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">${what(state)}</div>
          <div class="govuk-grid-column-one-third">${when(model)}</div>
        </div>
        ${promise(model)}
        <div class="govuk-button-group">
          ${govukButton({ text: 'Save the contact', preventDoubleClick: true })}
          ${govukButton({
            text: 'Keep as a draft',
            classes: 'govuk-button--secondary',
            attributes: { formaction: `${here}/draft` },
          })}
        </div>
      </form>
      <p class="govuk-body app-quiet" data-autosave-said aria-live="polite"></p>
    </div>`
}

/** What must be known with the telephone in hand. */
function reminders({ person, caredFor, keeps }: LogAContactModel): Html {
  const phones = [person.homePhone, person.mobilePhone].filter((phone) => phone !== null)
  const lines = [
    person.safeContact === null
      ? null
      : html`<strong class="app-overdue">${person.safeContact}</strong>`,
    person.mayPhone === false ? html`<strong>Asked us not to ring</strong>` : null,
    phones.length === 0
      ? null
      : html`${phones.map((phone) => html`<a class="govuk-link" href="tel:${phone}">${phoneInWords(phone)}</a> `)}`,
    caredFor.length === 0 ? null : html`Looks after ${caredFor.map(caredForName).join(', ')}`,
    keeps === null ? null : html`Keeps the promise: <strong>${keeps}</strong>`,
  ].filter((line) => line !== null)
  if (lines.length === 0) return nothing
  return html`<ul class="govuk-list govuk-inset-text">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`
}

function draftNote({ draftAt }: LogAContactModel, here: string): Html {
  if (draftAt === null) return nothing
  return html`<div class="govuk-inset-text">
    <p class="govuk-body">
      You began this on ${inWords(londonDay(draftAt))} at ${timeInWords(draftAt)}. It is kept for
      you alone.
    </p>
    ${actionButton({ action: `${here}/draft/away`, text: 'Throw the draft away', classes: 'govuk-button--secondary' })}
  </div>`
}

function what(state: FormState): Html {
  const radios = (
    name: string,
    legend: string,
    options: readonly (readonly [string, string])[],
    then?: string,
  ) => {
    const { value: chosen, ...group } = choiceOf(state, name)
    return govukRadios({
      ...group,
      fieldset: { legend: { text: legend } },
      classes: 'govuk-radios--small govuk-radios--inline',
      items: options.map(([value, text], at) => ({
        value,
        checked: value === chosen,
        ...(then === undefined
          ? { text }
          : {
              html: html`<span class="app-keyed" data-key="${at + 1}">${text}</span>`,
              attributes: { 'aria-keyshortcuts': String(at + 1), 'data-then': then },
            }),
      })),
    })
  }
  return html`${radios('channel', 'How', Object.entries(channelWords))}
  ${radios('direction', 'Who got in touch', [
    ['out', 'We did'],
    ['in', 'They did'],
  ])}
  ${radios(
    'outcome',
    'What came of it',
    Object.entries(contactOutcomes).map(([code, { words }]) => [code, words] as const),
    'words',
  )}
  ${areaField(state, {
    name: 'words',
    label: 'What was said',
    hint: 'In their words where you can. They may read it',
    rows: 6,
  })}`
}

const when = ({ state, mayAsk }: LogAContactModel): Html =>
  html`${dayField(state, { name: 'on', label: 'When was it?' })}
    <div class="app-inline-fields">
      ${lineField(state, { name: 'time', label: 'Time', hint: 'Now, if empty', width: 'govuk-input--width-5' })}
      ${lineField(state, { name: 'minutes', label: 'Minutes', hint: 'About', width: 'govuk-input--width-3' })}
    </div>
    ${govukCheckboxes({
      name: 'breaksDiscussed',
      idPrefix: 'breaksDiscussed',
      classes: 'govuk-checkboxes--small',
      items: [
        {
          name: 'breaksDiscussed',
          value: 'yes',
          text: 'We talked about breaks',
          checked: typedIn(state, 'breaksDiscussed') !== '',
        },
        ...(mayAsk
          ? [
              {
                name: 'assessmentAskedFor',
                id: 'assessmentAskedFor',
                value: 'yes',
                text: 'They asked for an assessment',
                hint: { text: 'Its clock starts on the day of this contact' },
                checked: typedIn(state, 'assessmentAskedFor') !== '',
              },
            ]
          : []),
        {
          name: 'withheld',
          id: 'withheld',
          value: 'yes',
          text: 'Keep this from the carer’s own view, for safety',
          checked: typedIn(state, 'withheld') !== '',
        },
      ],
    })}`

const promise = ({ state, workers }: LogAContactModel): Html =>
  fieldGroup(
    'A promise, if you made one',
    fieldRow(
      lineField(state, {
        name: 'followUp',
        label: 'What was promised',
        hint: 'For example, ring about the sitting service',
      }),
      dayField(state, { name: 'followUpOn', label: 'By when' }),
      selectField(state, {
        name: 'followUpBy',
        label: 'Who keeps it',
        options: workers.map(({ id, name }) => [id, name] as const),
      }),
    ),
  )
