import { drawChart } from '#platform/charts/draw-chart.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { figure } from '#platform/govuk/own/figure.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { District } from '#platform/reference/england.ts'
import { chartOf } from '../figure-chart.ts'
import { rowsInWords, sentenceOf, valueInWords } from '../figure-words.ts'
import type { ReportedFigure } from '../read-report.ts'

type Where = { readonly address: string; readonly districts: readonly District[] }

/** An outcome's figures beside each other; those with a picture take a row of their own. */
export async function figuresView(figures: readonly ReportedFigure[], where: Where): Promise<Html> {
  const shown = await Promise.all(
    figures.map(async (each) => oneFigure(each, await pictureOf(each, where.districts), where)),
  )
  return html`<div class="app-figures">${shown}</div>`
}

/** The definitions of an outcome's figures, closed so that the page stays calm. */
export function definitionsView(figures: readonly ReportedFigure[]): Html {
  return govukDetails({
    summaryText: 'What each of these figures counts',
    html: html`<dl class="app-definitions">
      ${figures.map(
        ({ measure }) =>
          html`<dt>${measure.title}</dt>
            <dd>${measure.definition} Source: ${measure.source.toLowerCase()}.</dd>`,
      )}
    </dl>`,
  })
}

function oneFigure(
  { measure, figure: counted, direction }: ReportedFigure,
  chart: Html | null,
  { address }: Where,
): Html {
  return figure({
    title: measure.title,
    headingLevel: 3,
    value: valueInWords(measure.id, counted),
    direction: direction ?? undefined,
    sentence: sentenceOf(measure, counted) || undefined,
    rows: { href: `${address}/measures/${measure.id}`, text: rowsInWords(counted) },
    chart: chart ?? undefined,
  })
}

async function pictureOf(
  { measure, figure: counted }: ReportedFigure,
  districts: readonly District[],
): Promise<Html | null> {
  const chart = await chartOf(measure, counted, districts)
  if (chart === null) return null
  const { svg, table } = await drawChart(chart)
  return html`<div class="app-picture">
    <div class="app-picture__drawn">${svg}</div>
    ${scrollable({ label: `${measure.title}: the numbers`, body: table })}
  </div>`
}
