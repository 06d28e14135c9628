import { z } from 'zod'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { Measure, MeasureRows } from '#platform/room.ts'
import { page, type Page, show } from '#platform/web/page.ts'
import { inAddress } from '../../measures/reporting-year.rules.ts'
import { rowsInWords, valueInWords } from '../figure-words.ts'
import { readers, yearParams } from './annual-report.ts'

const pageSize = 50

const query = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) })

/** The rows behind one figure: as many of them as the reader's own duty opens. */
export function measureRowsPage(measures: readonly Measure[]): Page {
  return page({
    path: '/reports/annual/:year/measures/:measure',
    door: 'workspace',
    may: readers,
    params: yearParams.extend({ measure: z.string() }),
    query,
    get: async ({
      params: { year, measure: id },
      query: { page: number },
      asActor,
      asSystem,
      actor,
    }) => {
      const measure = measures.find((each) => each.id === id)
      if (measure === undefined) throw new NotFound('measure')
      const of = { authorityId: actor.authorityId, ...year }
      const figure = await asSystem('annual report', (tx) => measure.figure(tx, of))
      const opened = await asActor((tx) =>
        measure.rows(tx, of, { offset: (number - 1) * pageSize, limit: pageSize }),
      )
      const address = `/reports/annual/${inAddress(year)}`
      return show({
        title: `${measure.title}, ${year.label}`,
        before: govukBackLink({ text: `Annual report ${year.label}`, href: address }),
        main: html`<h1 class="govuk-heading-l">${measure.title}, ${year.label}</h1>
          <p class="govuk-body-l">
            ${valueInWords(measure.id, figure) ?? 'Not recorded'}
            <span class="govuk-hint">${rowsInWords(figure)}</span>
          </p>
          <p class="govuk-body">${measure.definition}</p>
          ${rowsView(opened, figure.rows, { number, address: `${address}/measures/${id}` })}`,
        wide: true,
        current: '/reports',
      })
    },
  })
}

function rowsView(
  { columns, rows, total }: MeasureRows,
  behind: number,
  at: { number: number; address: string },
): Html {
  if (total === 0) {
    return html`<p class="govuk-inset-text">
      ${behind === 0 ? 'There are no rows.' : 'Your duty shows figures. Rows about people open for those who work with them.'}
    </p>`
  }
  const shown =
    total < behind
      ? html`<p class="govuk-body">Your duty opens ${total} of the ${behind} rows.</p>`
      : nothing
  const pages = Math.ceil(total / pageSize)
  return html`${shown}
    <div class="app-scroll" tabindex="0" role="region" aria-label="Rows behind the figure">
      <table class="govuk-table govuk-table--small-text-until-tablet">
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            ${columns.map((column) => html`<th scope="col" class="govuk-table__header">${column}</th>`)}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          ${rows.map(
            ({ cells, href }) =>
              html`<tr class="govuk-table__row">
                ${cells.map((cell, column) => html`<td class="govuk-table__cell">${column === 1 && href !== undefined ? html`<a class="govuk-link" href="${href}">${cell}</a>` : cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="govuk-body">
      Page ${at.number} of ${pages}.
      ${at.number > 1 ? html`<a class="govuk-link" href="${at.address}?page=${at.number - 1}">Earlier rows</a>` : nothing}
      ${at.number < pages ? html`<a class="govuk-link" href="${at.address}?page=${at.number + 1}">Later rows</a>` : nothing}
    </p>`
}
