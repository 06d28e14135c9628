import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukNotificationBanner } from '#platform/govuk/notification-banner.ts'
import { doorLinks } from '#platform/govuk/own/door-links.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { District } from '#platform/reference/england.ts'
import { choicesOf, faultOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { chosenIn, typedIn, type FormState } from '#platform/web/form.ts'
import { codeWords } from '#people/persons/code-words.ts'
import { dayField, fieldGroup, lineField } from '#people/persons/fields.view.ts'
import { carerKindWords } from '#people/persons/involvement.ts'
import type { Settable } from '../intakes.sql.ts'

export function organisationsView(organisations: readonly Settable[]): Html {
  const links = organisations.map(({ id, name }) => ({
    text: name,
    href: `/referrals/what-we-take/${id}`,
  }))
  return html`<h1 class="govuk-heading-l">Who takes referrals</h1>
    ${
      links.length === 0
        ? html`<p class="govuk-body">No organisation of yours takes referrals.</p>`
        : doorLinks(links)
    }`
}

type Model = {
  readonly organisation: Settable
  readonly state: FormState
  readonly districts: readonly District[]
  /** How many wait with it now. */
  readonly held: number
  /** Whether the actor sets the order in which organisations are asked. */
  readonly setsOrder: boolean
  readonly saved?: boolean
  readonly overtaken?: boolean
}

export function whatWeTakeView(model: Model): Html {
  const { organisation, state } = model
  return html`${faultSummary(state)}
    ${model.saved === true ? govukNotificationBanner({ type: 'success', text: 'Saved. It holds for referrals from now on.' }) : nothing}
    ${model.overtaken === true ? overtaken : nothing}
    <h1 class="govuk-heading-l">What ${organisation.name} takes</h1>
    <p class="govuk-body">
      Each referral goes to the first organisation that can take it. What you say here holds at
      once. Just now ${organisation.name} holds ${model.held} that
      ${model.held === 1 ? 'waits' : 'wait'} for an answer or a first talk.
    </p>
    ${formTag({
      body: html`${hidden('version', typedIn(state, 'version'))} ${takes(model)} ${room(model)}
      ${pause(state)} ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
    })}`
}

const overtaken = html`<div class="app-conflict" role="alert">
  <h2 class="govuk-heading-m">Someone else changed this while you had it open</h2>
  <p class="govuk-body">
    The form holds what you typed; nothing of it is saved. Open the page in another tab to see what
    it is now, or save again to put yours in its place.
  </p>
</div>`

function takes({ state, districts }: Model): Html {
  return fieldGroup(
    'What you take',
    boxes(state, {
      name: 'kinds',
      legend: 'Which carers',
      options: Object.entries(carerKindWords),
    }),
    boxes(state, {
      name: 'areas',
      legend: 'Where they live',
      hint: 'None ticked: everywhere in the county',
      options: districts.map(({ code, name }) => [code, name] as const),
    }),
    boxes(state, {
      name: 'reasons',
      legend: 'What they ask for',
      hint: 'None ticked: whatever is asked for',
      options: [...codeWords('referral-reasons')],
    }),
  )
}

function boxes(
  state: FormState,
  of: {
    readonly name: string
    readonly legend: string
    readonly hint?: string
    readonly options: readonly (readonly [value: string, text: string])[]
  },
): Html {
  const { values, ...group } = choicesOf(state, of.name)
  return govukCheckboxes({
    ...group,
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: of.legend, classes: 'govuk-fieldset__legend--s' } },
    ...(of.hint === undefined ? {} : { hint: { text: of.hint } }),
    items: of.options.map(([value, text]) => ({ value, text, checked: values.includes(value) })),
  })
}

const room = ({ state, setsOrder }: Model): Html =>
  fieldGroup(
    'How much',
    lineField(state, {
      name: 'capacity',
      label: 'Room for how many that wait',
      hint: 'Counted are referrals without an answer and carers whom nobody has rung. Empty: as many as come',
      width: 'govuk-input--width-4',
    }),
    setsOrder
      ? lineField(state, {
          name: 'place',
          label: 'Place in the order',
          hint: '1 is asked first, 9 last. Young carers’ services always come first for young carers',
          width: 'govuk-input--width-2',
        })
      : nothing,
  )

function pause(state: FormState): Html {
  const fault = faultOf(state, 'paused')
  return fieldGroup(
    'Pause',
    govukCheckboxes({
      name: 'paused',
      idPrefix: 'paused',
      classes: 'govuk-checkboxes--small',
      ...(fault === undefined ? {} : { errorMessage: fault }),
      items: [
        {
          value: 'yes',
          text: 'We take nothing just now',
          hint: { text: 'Referrals go to others who can; what you have already stays with you' },
          checked: chosenIn(state, 'paused').length > 0,
        },
      ],
    }),
    dayField(state, { name: 'pausedUntil', label: 'Last day of the pause, if you know it' }),
    lineField(state, { name: 'pausedBecause', label: 'Why, for those who pass referrals on' }),
  )
}
