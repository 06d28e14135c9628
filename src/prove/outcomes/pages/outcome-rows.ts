import { z } from 'zod'
import { holds } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukPagination } from '#platform/govuk/pagination.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { page, show } from '#platform/web/page.ts'
import { iStatement } from '#support/plans/i-statements.ts'
import { pageLinks } from '#support/page-links.ts'
import { inQuery, outcomeQuery } from '../outcome-filter.ts'
import {
  inOutcomeWords,
  metInWords,
  outcomeFigureIds,
  outcomeFigures,
  type OutcomeFigure,
} from '../outcome-words.ts'
import { listOutcomeRows, type OpenedOutcome } from '../outcomes.sql.ts'
import { readFilter } from '../read-outcomes.ts'
import { outcomeReaders } from './outcomes.ts'
import { whose } from './outcomes.view.ts'

const perPage = 50

/** The rows behind one figure of outcomes: as many of them as the reader's own duty opens. */
export const outcomeRowsPage = page({
  path: '/reports/outcomes/rows/:figure',
  door: 'workspace',
  may: outcomeReaders,
  params: z.object({ figure: z.enum(outcomeFigureIds) }),
  query: outcomeQuery.extend({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  get: async (context) => {
    const { params, query, actor, asActor } = context
    const of = await readFilter(context, query)
    const { authorityId } = actor
    const { title, rows: source } = outcomeFigures[params.figure]
    const offset = (query.page - 1) * perPage
    const opened = await asActor((tx) =>
      listOutcomeRows(tx, source(of.filter), { offset, limit: perPage, authorityId }),
    )
    const address = `/reports/outcomes?${inQuery(of.filter)}`
    const to = (number: number) =>
      `/reports/outcomes/rows/${params.figure}?${inQuery(of.filter)}&page=${number}`
    return show({
      title: `${title}: rows`,
      before: govukBackLink({ text: 'Outcomes', href: address }),
      wide: true,
      current: '/reports',
      main: html`<h1 class="govuk-heading-l">${title}</h1>
        <p class="govuk-body-l">${whose(of)}</p>
        ${
          opened.total === 0
            ? html`<p class="govuk-inset-text">${whyNone(holds(actor, ...workers))}</p>`
            : html`<p class="govuk-body">
                Your duty opens ${opened.total.toLocaleString('en-GB')}
                ${opened.total === 1 ? 'row' : 'rows'}: those of carers whom your organisation works
                with.
              </p>`
        }
        ${opened.rows.length === 0 ? nothing : table(params.figure, opened.rows)}
        ${
          opened.total <= perPage
            ? nothing
            : govukPagination(
                pageLinks({ total: opened.total, page: query.page, perPage, address: to }),
              )
        }`,
    })
  },
})

const whyNone = (works: boolean): string =>
  works
    ? 'There are no rows, or they are of carers whom other organisations work with.'
    : 'Your duty shows figures. Rows about people open for those who work with them.'

function table(figure: OutcomeFigure, rows: readonly OpenedOutcome[]): Html {
  const { title, columns } = outcomeFigures[figure]
  // Feedback has no before and nothing to be better than.
  const used = [0, 1, 2, 3].filter((at) => figure === 'goals' || figure === 'six' || at % 2 === 0)
  return scrollable({
    label: `Rows: ${title}`,
    body: govukTable({
      caption: 'The rows behind the figure',
      captionClasses: 'govuk-visually-hidden',
      classes: 'govuk-table--small-text-until-tablet',
      head: ['Day', 'Carer', 'Reference', ...used.map((at) => columns[at] ?? '')].map((text) => ({
        text,
      })),
      rows: rows.map((row) => {
        const about = figure === 'goals' ? iStatement(row.label) : inOutcomeWords(row.label)
        const cells = [
          about,
          inOutcomeWords(row.before),
          inOutcomeWords(row.after),
          metInWords(row),
        ]
        return [
          { text: inWords(isoDate(row.onDay)) },
          {
            html: html`<a class="govuk-link" href="/carers/${row.personId ?? ''}"
              >${row.name ?? 'Name not known'}</a
            >`,
          },
          { text: row.reference ?? '' },
          ...used.map((at) => ({ text: cells[at] ?? '' })),
        ]
      }),
    }),
  })
}
