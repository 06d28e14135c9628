import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { html, nothing, type Html, type HtmlValue } from '#platform/lib/html.ts'
import { choiceOf, choicesOf, faultOf, hidden } from '#platform/web/form-view.ts'
import { chosenIn, typedIn, type FormState } from '#platform/web/form.ts'
import {
  areaField,
  dayField,
  fieldRow,
  lineField,
  radiosField,
  selectField,
  tickField,
} from '#people/persons/fields.view.ts'
import { capital, purposeWords } from '#share/agreements/purposes.ts'
import type { Door } from './door.ts'
import { askingOf, type Question } from './questions.ts'

/** A door's questions about the carer and what they agreed to, between who sends it and the button. */
export function doorFields(
  door: Door,
  state: FormState,
  /** How the page names the sender, where an account or the hub vouches for them. */
  { sender }: { readonly sender: string | null },
): Html {
  return html`${hidden('id', typedIn(state, 'id'))} ${asked(door, state)} ${more(door, state)}
  ${agreement(door, state, sender === null ? nothing : sharing(door, state, sender))}`
}

/** What the sender may know of the carer; of a carer who rings, who else may know. */
function sharing(door: Door, state: FormState, sender: string): Html {
  if (door.mayKnow.length === 0) return nothing
  const self = door.source === 'self'
  const others = govukCheckboxes({
    ...choicesOf(state, 'alsoKnow'),
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Who else may know that they look after someone?' } },
    items: [
      {
        value: 'practice',
        text: 'Their GP practice',
        conditional: {
          html: lineField(state, { name: 'practice', label: 'Name of the practice' }),
        },
      },
      { value: 'council', text: 'The council' },
    ],
  })
  return html`${self ? others : nothing}
  ${govukCheckboxes({
    ...choicesOf(state, 'mayKnow'),
    classes: 'govuk-checkboxes--small',
    fieldset: {
      legend: {
        text: self ? 'What may they know?' : `What did they agree that ${sender} may know?`,
      },
    },
    hint: {
      text: 'For one year; the carer can end it at any time. Tick nothing if they did not agree.',
    },
    items: door.mayKnow.map((value) => ({ value, text: capital(purposeWords[value] ?? value) })),
  })}`
}

/** First and last name stand side by side; all else below each other, as on a phone. */
function asked(door: Door, state: FormState): Html {
  const names = ['givenName', 'familyName'] as const
  const rest = door.asks.filter((question) => !names.some((name) => name === question))
  const before = rest.slice(0, door.asks.indexOf('givenName'))
  const after = rest.slice(before.length)
  const row = fieldRow(...names.map((name) => field(name, state)))
  return html`${before.map((each) => field(each, state))}
    <h2 class="govuk-heading-m">The person who looks after someone</h2>
    ${row} ${after.map((each) => field(each, state))}`
}

function more(door: Door, state: FormState): Html {
  if (door.more.length === 0) return nothing
  const used = door.more.some((name) => typedIn(state, name) !== '')
  const faulty = state.faults.some((fault) => door.more.some((name) => name === fault.field))
  return govukDetails({
    summaryText:
      door.reachBy.includes('address1') && !door.asks.includes('address1')
        ? 'No telephone, or more to tell'
        : 'More to tell',
    open: used || faulty,
    html: html`${door.more.map((each) => field(each, state))}`,
  })
}

function field(question: Question, state: FormState): Html {
  const { as, label, hint, width, type, options } = askingOf(question)
  const words = { name: question, label, hint, width, type }
  if (question === 'kind') return kindField(state)
  switch (as) {
    case 'line':
      return lineField(state, words)
    case 'area':
      return areaField(state, words)
    case 'day':
      return dayField(state, words)
    case 'radios':
      return radiosField(state, { ...words, options: options?.() ?? [] })
    case 'select':
      return selectField(state, { ...words, options: options?.() ?? [], blank: 'Not sure' })
    case 'tick':
      return tickField(state, { name: question, label, hint })
  }
}

const kinds = [
  ['adult_carer', 'Adult carer', '18 or over, looks after another adult'],
  ['parent_carer', 'Parent carer', 'looks after their disabled child who is under 18'],
  ['young_carer', 'Young carer', 'under 18, looks after anyone'],
  ['young_adult_carer', 'Young adult carer', 'between 16 and 25, looks after anyone'],
] as const

function kindField(state: FormState): Html {
  const { value: chosen, ...group } = choiceOf(state, 'kind')
  return govukRadios({
    ...group,
    fieldset: { legend: { text: askingOf('kind').label } },
    classes: 'govuk-radios--small',
    items: kinds.map(([value, text, hint]) => ({
      value,
      text,
      hint: { text: hint },
      checked: value === chosen,
    })),
  })
}

function agreement(door: Door, state: FormState, sharedWith: HtmlValue): Html {
  const fault = faultOf(state, 'agreed')
  const item = (name: string, text: string) => ({
    name,
    id: name,
    value: 'yes',
    text,
    checked: chosenIn(state, name).length > 0,
  })
  const self = door.source === 'self'
  return html`${govukCheckboxes({
    name: 'agreed',
    idPrefix: 'agreed',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'What they agreed to' } },
    ...(fault === undefined ? {} : { errorMessage: fault }),
    items: [
      item('agreed', 'They agree to this and to our contacting them'),
      item(
        'mayPassOn',
        'They agree that another service may have it, if that can help sooner or better',
      ),
      ...(self ? [] : [item('shareOutcome', 'They agree that you hear what becomes of it')]),
    ],
  })}
  ${sharedWith}
  ${tickField(state, {
    name: 'assessmentAskedFor',
    label: 'They asked for an assessment',
    hint: 'Its clock starts today, whatever happens to this first',
  })}
  ${radiosField(state, {
    name: 'agreedHow',
    label: 'How did they agree?',
    options: [
      ['spoken', 'They said so'],
      ['written', 'In writing'],
    ],
    inline: true,
  })}`
}
