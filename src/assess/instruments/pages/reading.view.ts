import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { govukWarningText } from '#platform/govuk/warning-text.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, fieldOf, formTag } from '#platform/web/form-view.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import type { Instrument, Texts } from '../instrument.ts'
import type { Reading } from '../instruments.sql.ts'
import { measureName, readingWords, scoreWords, urgencyWords } from '../words.ts'

type Model = {
  readonly person: Person
  readonly instrument: Instrument
  readonly reading: Reading
  readonly texts: Texts | null
}

/** Alerts first, then the scores, then each answer. */
export function readingView(model: Model, state: FormState): Html {
  const { person, instrument, reading } = model
  return html`${faultSummary(state)}
    <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
    <h1 class="govuk-heading-l">${measureName(instrument)}</h1>
    <p class="govuk-body">${readingWords(reading)}</p>
    ${reading.urgency === null ? nothing : alertView(reading, state)}
    <h2 class="govuk-heading-m">Scores</h2>
    ${govukSummaryList({
      rows: reading.scores.map((scale) => ({
        key: { text: scale.label },
        value: {
          html: html`${scoreWords(scale)}${scale.concern ? html` <strong class="govuk-tag govuk-tag--yellow">Talk about this</strong>` : nothing}`,
        },
      })),
    })}
    <h2 class="govuk-heading-m">Answers</h2>
    ${answersView(model)}`
}

function alertView(reading: Reading, state: FormState): Html {
  const { personId, alerts, urgency, answeredOn, answeredWords, answeredByName } = reading
  const about = alerts.map((alert) => `${alert.about} (${urgencyWords[alert.urgency]})`).join('; ')
  if (answeredOn !== null) {
    return govukInsetText({
      html: html`<p class="govuk-body"><strong>Alert:</strong> ${about}.</p>
        <p class="govuk-body">${answeredByName} on ${inWords(answeredOn)}: ${answeredWords}</p>`,
    })
  }
  return html`${govukWarningText({ text: `An answer is ${urgencyWords[urgency ?? 'same_day']}: ${about}.` })}
    <p class="govuk-body">
      Talk with them, alone. A child can ring Childline on 0800 1111; anyone can text SHOUT to
      85258. Where life is in danger, ring 999.
    </p>
    ${govukButton({
      text: 'Raise a safeguarding concern',
      href: `/safeguarding/raise?record=${personId}`,
      classes: 'govuk-button--warning',
    })}
    ${formTag({
      body: html`${govukTextarea({
        ...fieldOf(state, 'words'),
        rows: 3,
        label: { text: 'What was done about this alert?', classes: 'govuk-label--s' },
        hint: { text: 'Who talked with them, what they said, and whether a concern was raised' },
      })}
      ${govukButton({ text: 'Save what was done', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    })}`
}

function answersView({ instrument, reading, texts }: Model): Html {
  const words = (code: number | undefined) =>
    instrument.options.find((option) => option.code === code)?.label ?? 'Not answered'
  return govukSummaryList({
    rows: instrument.items.map(({ id, about }, at) => ({
      key: { text: `${at + 1}. ${texts?.[id] ?? about}` },
      value: { text: words(reading.answers[id]) },
    })),
  })
}
