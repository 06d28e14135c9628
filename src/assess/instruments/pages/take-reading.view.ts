import { govukButton } from '#platform/govuk/button.ts'
import { govukDateInput } from '#platform/govuk/date-input.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { choiceOf, dayOf, faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import type { Instrument, Texts } from '../instrument.ts'
import { measureName, modeNames } from '../words.ts'

type Model = {
  readonly person: Person
  readonly instrument: Instrument
  readonly texts: Texts | null
}

/** The questions of a measure in its order; without its words there is nothing to ask. */
export function takeReadingView({ person, instrument, texts }: Model, state: FormState): Html {
  const { title, recall } = instrument
  return html`${faultSummary(state)}
    <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
    <h1 class="govuk-heading-l">${measureName(instrument)}</h1>
    ${
      texts === null
        ? html`<p class="govuk-body">
            Nobody has imported the words of this measure yet, so it cannot be asked.
          </p>`
        : html`<p class="govuk-body">${title}. It is about: ${recall.toLowerCase()}.</p>
            ${formTag({ body: questions(instrument, texts, state) })}`
    }`
}

function questions(instrument: Instrument, texts: Texts, state: FormState): Html {
  const options = instrument.options.map(({ code, label }) => ({
    value: String(code),
    text: label,
  }))
  return html`${hidden('id', typedIn(state, 'id'))}
  ${govukDateInput({ ...dayOf(state, 'held_on'), fieldset: legend('When was it answered?') })}
  ${govukRadios({
    ...choiceOf(state, 'mode'),
    fieldset: legend('Who answered?'),
    items: Object.entries(modeNames).map(([value, text]) => ({ value, text })),
  })}
  ${govukInput({
    ...fieldOf(state, 'present'),
    label: { text: 'Who else was there?', classes: 'govuk-label--s' },
  })}
  ${instrument.items.map(({ id }, at) =>
    govukRadios({
      ...choiceOf(state, id),
      classes: 'govuk-radios--small',
      fieldset: legend(`${at + 1}. ${texts[id] ?? ''}`),
      items: options,
    }),
  )}
  ${instrument.licence === '' ? nothing : html`<p class="govuk-hint">${instrument.licence}</p>`}
  ${govukButton({ text: 'Save and score', preventDoubleClick: true })}`
}

function legend(text: string) {
  return { legend: { text, classes: 'govuk-fieldset__legend--s' } }
}
