import { drawChart, figuresTable } from '#platform/charts/draw-chart.ts'
import { chartTable } from '#platform/charts/chart-table.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import { instruments, type Instrument } from '../instrument.ts'
import type { Reading } from '../instruments.sql.ts'
import { overTime } from '../over-time.ts'
import { measureName } from '../words.ts'

type Model = {
  readonly person: Person
  /** Those whose words we have. */
  readonly usable: readonly Instrument[]
  readonly readings: readonly Reading[]
}

/** Each measure with its scores through time: a picture once there are two, the table always. */
export async function measuresView({ person, usable, readings }: Model): Promise<Html> {
  const parts = await Promise.all(
    instruments.map((instrument) => {
      const own = readings.filter((reading) => reading.instrument === instrument.version)
      return measurePart(person, instrument, { own, usable: usable.includes(instrument) })
    }),
  )
  return html`<span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
    <h1 class="govuk-heading-l">Measures</h1>
    <p class="govuk-body">
      A score helps to talk and shows change. It decides nothing by itself, and nobody has to
      answer.
    </p>
    ${parts}`
}

async function measurePart(
  person: Person,
  instrument: Instrument,
  { own, usable }: { readonly own: readonly Reading[]; readonly usable: boolean },
): Promise<Html> {
  return html`<section aria-labelledby="${instrument.version}">
    <h2 class="govuk-heading-m" id="${instrument.version}">${measureName(instrument)}</h2>
    <p class="govuk-body">${instrument.title}.</p>
    ${own.length === 0 ? html`<p class="govuk-body">No answers yet.</p>` : await scoresPart(instrument, own)}
    ${usable ? takeButton(person, instrument) : notImported(instrument)}
  </section>`
}

async function scoresPart(instrument: Instrument, own: readonly Reading[]): Promise<Html> {
  const chart = overTime(instrument, own)
  const figures =
    own.length > 1 ? await drawChart(chart) : { svg: null, table: figuresTable(chartTable(chart)) }
  return html`${figures.svg === null ? nothing : html`<div class="app-figure__chart">${figures.svg}</div>`}
    ${scrollable({ label: `Scores: ${instrument.name}`, body: figures.table })}
    <ul class="govuk-list">
      ${own.map(
        ({ id, heldOn, urgency, answeredOn }) =>
          html`<li>
            <a class="govuk-link" href="/measures/${id}">Answers of ${inWords(heldOn)}</a>
            ${urgency !== null && answeredOn === null ? html`<strong class="govuk-tag govuk-tag--red">Alert</strong>` : nothing}
          </li>`,
      )}
    </ul>`
}

function takeButton(person: Person, { version, name }: Instrument): Html {
  return govukButton({
    text: `Answer ${name}`,
    href: `/carers/${person.id}/measures/${version}`,
    classes: 'govuk-button--secondary',
  })
}

function notImported({ licence }: Instrument): Html {
  return html`<p class="govuk-body">
    The words of this measure belong to somebody else, and nobody has imported them yet. An
    administrator of an organisation that may use it can. <span class="govuk-hint">${licence}</span>
  </p>`
}
