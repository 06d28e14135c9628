import { drawChart, figuresTable } from '#platform/charts/draw-chart.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { figure } from '#platform/govuk/own/figure.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { freshForm } from '#platform/web/form.ts'
import { fieldRow, selectField } from '#people/persons/fields.view.ts'
import { iStatement } from '#support/plans/i-statements.ts'
import { howOften } from '#support/plans/plan.ts'
import { inAddress, yearsBefore } from '../../measures/reporting-year.rules.ts'
import { inQuery, planKinds, quarters } from '../outcome-filter.ts'
import {
  inOutcomeWords,
  outcomeFigures,
  type OutcomeFigure,
  shownInWords,
} from '../outcome-words.ts'
import type { Parted } from '../outcomes.rules.ts'
import type { Outcomes } from '../read-outcomes.ts'

export async function outcomesView(outcomes: Outcomes): Promise<Html> {
  const { filter, withheld, six } = outcomes
  const part = (id: 'goals' | 'satisfaction' | 'recommend') =>
    partedFigure(outcomes, id, outcomes[id])
  return html`<h1 class="govuk-heading-l">Outcomes</h1>
    <p class="govuk-body-l">${whose(outcomes)}</p>
    ${filterForm(outcomes)}
    ${
      withheld
        ? govukInsetText({
            text: 'Numbers below 5 are not shown, nor what they could be worked out from. Those who work with carers see every number.',
          })
        : nothing
    }
    <div class="app-figures">
      ${part('goals')}
      ${figure({
        title: outcomeFigures.six.title,
        value: six.before === null || six.after === null ? null : `${six.before} to ${six.after}`,
        unit: 'of 12, first to last',
        sentence:
          six.carers === 0
            ? undefined
            : `Of ${shownInWords(six.carers)} who answered twice, ${shownInWords(six.better)} are better off.`,
        rows: rowsLink(outcomes, 'six'),
      })}
      ${part('satisfaction')} ${part('recommend')}
    </div>
    ${await answersView('goals', outcomes.goals)} ${await statementsView(outcomes)}
    ${await answersView('satisfaction', outcomes.satisfaction)}
    ${await answersView('recommend', outcomes.recommend)}
    <p class="govuk-body">
      <a class="govuk-link" href="/reports/outcomes/figures.csv?${inQuery(filter)}"
        >All these figures as a table for a spreadsheet (CSV)</a
      >
    </p>
    ${govukDetails({
      summaryText: 'What each of these figures counts',
      html: html`<dl class="app-definitions">
        ${Object.values(outcomeFigures).map(
          ({ title, definition }) =>
            html`<dt>${title}</dt>
              <dd>${definition}</dd>`,
        )}
      </dl>`,
    })}`
}

/** The group and the period in words. */
export function whose({
  filter,
  districts,
  hubs,
}: Pick<Outcomes, 'filter' | 'districts' | 'hubs'>) {
  const { kind, district, hub, from, to } = filter
  const parts = [
    kind === null ? 'All carers' : planKinds[kind],
    districts.find(({ code }) => code === district)?.name,
    hubs.find(({ id }) => id === hub)?.name,
    `${inWords(from)} to ${inWords(to)}`,
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}

const yearsBack = 10

function filterForm({ filter, districts, hubs, thisYear }: Outcomes): Html {
  const { year, quarter, kind, district, hub } = filter
  const state = freshForm({
    year: inAddress(year),
    quarter: quarter === null ? '' : String(quarter),
    kind: kind ?? '',
    district: district ?? '',
    hub: hub === null ? '' : String(hub),
  })
  const years = Array.from({ length: yearsBack }, (_, back) => yearsBefore(thisYear, back))
  const listed = years.some(({ label }) => label === year.label) ? years : [year, ...years]
  return html`<form method="get" action="/reports/outcomes" class="app-no-print">
    ${fieldRow(
      selectField(state, {
        name: 'year',
        label: 'Year',
        options: listed.map((one) => [inAddress(one), one.label] as const),
      }),
      selectField(state, {
        name: 'quarter',
        label: 'Part of the year',
        options: Object.entries(quarters),
        blank: 'The whole year',
      }),
      selectField(state, {
        name: 'kind',
        label: 'Kind of carer',
        options: Object.entries(planKinds),
        blank: 'All',
      }),
      selectField(state, {
        name: 'district',
        label: 'District',
        options: districts.map(({ code, name }) => [code, name] as const),
        blank: 'All',
      }),
      selectField(state, {
        name: 'hub',
        label: 'Hub',
        options: hubs.map(({ id, name }) => [String(id), name] as const),
        blank: 'All',
      }),
    )}
    ${govukButton({ text: 'Show', classes: 'govuk-button--secondary' })}
  </form>`
}

const rowsLink = ({ filter }: Outcomes, id: OutcomeFigure) => ({
  href: `/reports/outcomes/rows/${id}?${inQuery(filter)}`,
  text: 'the rows behind it',
})

function partedFigure(outcomes: Outcomes, id: OutcomeFigure, { total, good }: Parted): Html {
  const none = total === 0
  return figure({
    title: outcomeFigures[id].title,
    value: none ? null : good === null ? 'Not shown' : `${good}%`,
    sentence: none ? undefined : `Of ${shownInWords(total)} asked.`,
    rows: rowsLink(outcomes, id),
  })
}

/** How many gave each answer, as a picture with its table; nothing where nobody was asked. */
async function answersView(id: OutcomeFigure, { total, parts }: Parted): Promise<Html> {
  if (total === 0) return nothing
  const { title } = outcomeFigures[id]
  const { svg, table } = await drawChart({
    kind: 'bars',
    title,
    by: 'Answer',
    categories: [...parts.keys()].map(inOutcomeWords),
    series: [{ name: 'Number', values: [...parts.values()] }],
  })
  return html`<h2 class="govuk-heading-m">${title}</h2>
    <div class="app-picture">
      <div class="app-picture__drawn">${svg}</div>
      ${scrollable({ label: `${title}: the numbers`, body: table })}
    </div>`
}

async function statementsView({ before, after, statements }: Outcomes): Promise<Html> {
  const title = 'What carers can say of themselves, before and after'
  if (before.total === 0)
    return html`<h2 class="govuk-heading-m">${title}</h2>
      <p class="govuk-body">No goal was asked about at a review in this time.</p>`
  const { svg, table } = await drawChart({
    kind: 'stacked',
    title: 'How often carers can say the words of their goals',
    by: 'Asked',
    categories: ['At the plan', 'At the review'],
    series: Object.entries(howOften).map(([code, name]) => ({
      name,
      values: [before, after].map(({ parts }) => parts.get(code) ?? 0),
    })),
  })
  const caption = 'Each statement: goals for which it is so always or most of the time'
  return html`<h2 class="govuk-heading-m">${title}</h2>
    <div class="app-picture">
      <div class="app-picture__drawn">${svg}</div>
      ${scrollable({ label: 'How often: the numbers', body: table })}
    </div>
    ${scrollable({
      label: caption,
      body: figuresTable({
        caption,
        columns: [
          { header: 'Statement' },
          { header: 'Goals', numeric: true },
          { header: 'At the plan', numeric: true },
          { header: 'At the review', numeric: true },
        ],
        rows: statements.map(({ id, asked, before: was, after: is }) => [
          iStatement(id),
          ...[asked, was, is].map(shownInWords),
        ]),
      }),
    })}`
}
