import { inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary } from '#platform/web/form-view.ts'
import { inAddress, type ReportingYear } from '../../measures/reporting-year.rules.ts'
import { outcomes } from '../annual-report.ts'
import type { Report } from '../read-report.ts'
import { goesOnWords, withheldWords } from '../report-words.ts'
import { commentaryView } from './commentary.view.ts'
import { definitionsView, figuresView } from './figures.view.ts'

export type Shown = {
  readonly report: Report
  readonly mayWrite: boolean
  readonly state: FormState
}

/** That nothing is recorded for what was asked for, with the years that there are. */
export function noReportView(asked: string, years: readonly ReportingYear[], today: IsoDate): Html {
  return html`<h1 class="govuk-heading-l">There is no annual report for ${asked}</h1>
    <p class="govuk-body">
      Nothing is recorded for that year, or it is no financial year: those run from 1 April to 31
      March and are written like 2017-18.
    </p>
    ${yearList(years, today)}`
}

export function reportsView(years: readonly ReportingYear[], today: IsoDate): Html {
  return html`<h1 class="govuk-heading-l">Reports</h1>
    <p class="govuk-body">
      <a class="govuk-link" href="/reports/outcomes">Outcomes for any group and period</a
      ><br />Goals reached, what carers can say before and after, satisfaction.
    </p>
    ${yearList(years, today)}`
}

function yearList(years: readonly ReportingYear[], today: IsoDate): Html {
  const entries = years.map(
    (year) =>
      html`<li>
        <a class="govuk-link" href="/reports/annual/${inAddress(year)}"
          >Annual report ${year.label}</a
        ><br />${inWords(year.from)} to
        ${inWords(year.to)}${today <= year.to ? ', so far' : nothing}
      </li>`,
  )
  return years.length === 0
    ? html`<p class="govuk-body">Nothing is recorded yet, so there is nothing to report.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">
        ${entries}
      </ul>`
}

export async function annualReportView(shown: Shown): Promise<Html> {
  const { report, state } = shown
  const { authority, year } = report
  const address = `/reports/annual/${inAddress(year)}`
  const parts = await Promise.all(outcomes.map((outcome) => part(outcome, shown, address)))
  return html`${faultSummary(state)}
    <h1 class="govuk-heading-xl">Carers in ${authority}: annual report ${year.label}</h1>
    <p class="govuk-body">
      ${inWords(year.from)} to ${inWords(year.to)}. Every figure is counted from the record as it
      stands now, and opens to the rows behind it.
    </p>
    ${report.goesOn ? html`<p class="govuk-inset-text">${goesOnWords}</p>` : nothing}
    ${report.withheld ? html`<p class="govuk-inset-text">${withheldWords}</p>` : nothing}
    <ul class="govuk-list app-no-print">
      <li><a class="govuk-link" href="${address}/report.pdf">The report to print (PDF)</a></li>
      <li>
        <a class="govuk-link" href="${address}/figures.csv">The figures for a spreadsheet (CSV)</a>
      </li>
    </ul>
    ${parts}`
}

async function part(
  outcome: (typeof outcomes)[number],
  shown: Shown,
  address: string,
): Promise<Html> {
  const { report } = shown
  const figures = report.figures.filter(({ measure }) => measure.outcome === outcome.id)
  return html`<section class="app-report-part" aria-labelledby="part-${outcome.id}">
    <div class="app-report-part__head">
      <h2 class="govuk-heading-l" id="part-${outcome.id}">${outcome.title}</h2>
      <p class="govuk-body">${outcome.sentence}</p>
    </div>
    ${await figuresView(figures, { address, districts: report.districts })}
    ${commentaryView(outcome, shown)} ${definitionsView(figures)}
  </section>`
}
