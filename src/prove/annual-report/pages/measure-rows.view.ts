import { govukTable } from '#platform/govuk/table.ts'
import { mojPagination } from '#platform/govuk/moj/pagination.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { Figure, Measure, MeasureRows } from '#platform/room.ts'
import type { ReportingYear } from '../../measures/reporting-year.rules.ts'
import { rowsInWords, valueInWords } from '../figure-words.ts'

export const pageSize = 50

type Shown = {
  readonly measure: Measure
  readonly year: ReportingYear
  readonly figure: Figure
  readonly opened: MeasureRows
  /** Whether the reader works with carers, so that rows open at all. */
  readonly works: boolean
  readonly number: number
  readonly last: number
  readonly address: string
}

export function measureRowsView(shown: Shown): Html {
  const { measure, year, figure, opened } = shown
  return html`<h1 class="govuk-heading-l">${measure.title}, ${year.label}</h1>
    <p class="govuk-body-l">
      <strong>${valueInWords(measure.id, figure) ?? 'Not recorded'}</strong>, ${rowsInWords(figure)}
    </p>
    <p class="govuk-body">${measure.definition}</p>
    ${opened.total === 0 ? html`<p class="govuk-inset-text">${whyClosed(shown)}</p>` : rowsView(shown)}`
}

function whyClosed({ figure, works }: Shown): string {
  if (figure.rows === 0) return 'There are no rows.'
  return works
    ? 'These rows are of carers whom other organisations work with. Their figures are open to you, their records are not.'
    : 'Your duty shows figures. Rows about people open for those who work with them.'
}

function rowsView({ measure, figure, opened, number, last, address }: Shown): Html {
  const { columns, rows, total } = opened
  const some =
    total < figure.rows
      ? html`<p class="govuk-body">
          Your duty opens ${count(total)} of the ${count(figure.rows)} rows: those of carers whom
          your organisation works with.
        </p>`
      : nothing
  const table = govukTable({
    caption: 'The rows behind the figure',
    captionClasses: 'govuk-visually-hidden',
    classes: 'govuk-table--small-text-until-tablet',
    head: columns.map((text) => ({ text })),
    rows: rows.map(({ cells, href }) =>
      cells.map((text, at) =>
        at === 1 && href !== undefined
          ? { html: html`<a class="govuk-link" href="${href}">${text}</a>` }
          : { text },
      ),
    ),
  })
  const to = (page: number) => `${address}?page=${page}`
  return html`${some} ${scrollable({ label: `Rows: ${measure.title}`, body: table })}
  ${mojPagination({
    items: pagesAround(number, last).map((page) =>
      page === null
        ? { ellipsis: true }
        : { number: page, href: to(page), current: page === number },
    ),
    previous: number > 1 ? { href: to(number - 1) } : undefined,
    next: number < last ? { href: to(number + 1) } : undefined,
    results: {
      from: (number - 1) * pageSize + 1,
      to: (number - 1) * pageSize + rows.length,
      count: total,
      text: 'rows',
    },
    landmarkLabel: 'Pages of rows',
  })}`
}

const count = (rows: number): string => rows.toLocaleString('en-GB')

/** First, last, and those beside the current page; null where some are left out. */
export function pagesAround(number: number, last: number): readonly (number | null)[] {
  const near = [1, number - 1, number, number + 1, last].filter((page) => page >= 1 && page <= last)
  const pages = [...new Set(near)].toSorted((a, b) => a - b)
  return pages.flatMap((page, at) => {
    const gap = at > 0 && page > (pages[at - 1] ?? page) + 1
    return gap ? [null, page] : [page]
  })
}
