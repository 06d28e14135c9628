import { govukButton } from '#platform/govuk/button.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { figure } from '#platform/govuk/own/figure.ts'
import { inWords, londonDay } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { type FormState, typedIn } from '#platform/web/form.ts'
import { faultOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { inAddress, type ReportingYear } from '../../measures/reporting-year.rules.ts'
import { outcomes, type Outcome, type Reported } from '../annual-report.ts'
import type { Commentary } from '../commentary.sql.ts'
import { breakdown, rowsInWords, shareInWords, valueInWords } from '../figure-words.ts'

type Shown = {
  readonly year: ReportingYear
  readonly reported: readonly Reported[]
  readonly commentary: ReadonlyMap<string, Commentary>
  readonly mayWrite: boolean
  readonly state: FormState
}

export function reportsView(years: readonly ReportingYear[]): Html {
  const entries = years.map(
    (year) =>
      html`<li>
        <a class="govuk-link" href="/reports/annual/${inAddress(year)}"
          >Annual report ${year.label}</a
        >, ${inWords(year.from)} to ${inWords(year.to)}
      </li>`,
  )
  return html`<h1 class="govuk-heading-l">Reports</h1>
    ${
      years.length === 0
        ? html`<p class="govuk-body">Nothing is recorded yet, so there is nothing to report.</p>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${entries}
          </ul>`
    }`
}

export function annualReportView(shown: Shown): Html {
  const { year } = shown
  const address = `/reports/annual/${inAddress(year)}`
  return html`${faultSummary(shown.state)}
    <h1 class="govuk-heading-l">Annual report ${year.label}</h1>
    <p class="govuk-body-l">
      ${inWords(year.from)} to ${inWords(year.to)}. Every figure is counted from the record as it
      stands now, and opens to the rows it was counted from.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="${address}/report.pdf">Report to print (PDF)</a> &nbsp;
      <a class="govuk-link" href="${address}/figures.csv">Figures (CSV)</a>
    </p>
    ${outcomes.map((outcome) => part(outcome, shown, address))}`
}

function part(outcome: (typeof outcomes)[number], shown: Shown, address: string): Html {
  const figures = shown.reported.filter(({ measure }) => measure.outcome === outcome.id)
  return html`<section class="app-report-part">
    <h2 class="govuk-heading-m">${outcome.title}</h2>
    <p class="govuk-body">${outcome.sentence}</p>
    <div class="app-figures">${figures.map((each) => oneFigure(each, address))}</div>
    ${commentaryOf(outcome.id, outcome.title, shown)}
  </section>`
}

function oneFigure({ measure, figure: counted }: Reported, address: string): Html {
  const table = breakdown(counted)
  return figure({
    title: measure.title,
    headingLevel: 3,
    value: valueInWords(measure.id, counted),
    sentence: [shareInWords(counted), measure.definition].filter(Boolean).join('. '),
    rows: { href: `${address}/measures/${measure.id}`, text: rowsInWords(counted) },
    chart: table === null ? undefined : breakdownTable(measure.title, table),
  })
}

/** Plain on purpose: a figure's table is read beside it, not clicked. */
function breakdownTable(
  caption: string,
  { columns, rows }: NonNullable<ReturnType<typeof breakdown>>,
): Html {
  return html`<table class="govuk-table govuk-table--small-text-until-tablet">
    <caption class="govuk-visually-hidden">
      ${caption}
    </caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        ${columns.map((column, at) => html`<th scope="col" class="govuk-table__header${at > 0 ? ' govuk-table__header--numeric' : ''}">${column}</th>`)}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      ${rows.map(
        ([name, ...cells]) =>
          html`<tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">${name}</th>
            ${cells.map((cell) => html`<td class="govuk-table__cell govuk-table__cell--numeric">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

function commentaryOf(part: Outcome, title: string, { commentary, mayWrite, state }: Shown): Html {
  const written = commentary.get(part)
  const said =
    written === undefined
      ? nothing
      : html`<blockquote class="govuk-inset-text app-commentary">
          ${written.words}
          <footer class="govuk-hint">
            ${written.writtenByName}, ${inWords(londonDay(written.writtenAt))}
          </footer>
        </blockquote>`
  if (!mayWrite) return said
  const typedHere = typedIn(state, 'part') === part
  return html`<div id="commentary-${part}">
    ${said}
    ${formTag({
      body: html`${hidden('part', part)}${hidden('version', written?.version ?? 0)}
      ${govukTextarea({
        id: typedHere ? 'words' : `words-${part}`,
        name: 'words',
        label: { text: `Commentary: ${title}` },
        hint: { text: 'Kept with this year, and printed in the report.' },
        rows: '4',
        value: typedHere ? typedIn(state, 'words') : (written?.words ?? ''),
        errorMessage: typedHere ? faultOf(state, 'words') : undefined,
      })}
      ${govukButton({ text: 'Save commentary', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    })}
  </div>`
}
