import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Content, type Sometimes } from './internal/content.ts'

export type TableCell = Content & {
  /** `numeric` sets figures right. */
  readonly format?: string | undefined
  readonly classes?: string | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
  readonly attributes?: Attributes | undefined
}

export type TableOptions = {
  readonly head?: readonly TableCell[] | undefined
  readonly rows: readonly Sometimes<readonly TableCell[]>[]
  readonly caption?: string | undefined
  readonly captionClasses?: string | undefined
  readonly firstCellIsHeader?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A table of data. */
export function govukTable(options: TableOptions): Html {
  const caption = options.caption
    ? html`<caption${attributes({ class: classes('govuk-table__caption', options.captionClasses) })}>${options.caption}</caption>`
    : nothing
  const head = options.head
    ? html`<thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${options.head.map(columnHeader)}
        </tr>
      </thead>`
    : nothing
  const rows = options.rows.map((row) =>
    row
      ? html`<tr class="govuk-table__row">
          ${row.map((cell, index) => (index === 0 && options.firstCellIsHeader ? rowHeader(cell) : dataCell(cell)))}
        </tr>`
      : nothing,
  )
  return html`<table${attributes({ class: classes('govuk-table', options.classes) })}${extra(options.attributes)}>${caption}${head}<tbody class="govuk-table__body">${rows}</tbody></table>`
}

const columnHeader = (cell: TableCell): Html =>
  html`<th${attributes({
    scope: 'col',
    class: classes(
      'govuk-table__header',
      cell.format && `govuk-table__header--${cell.format}`,
      cell.classes,
    ),
  })}${span(cell)}>${contentOf(cell)}</th>`

const rowHeader = (cell: TableCell): Html =>
  html`<th${attributes({ scope: 'row', class: classes('govuk-table__header', cell.classes) })}${span(cell)}>${contentOf(cell)}</th>`

const dataCell = (cell: TableCell): Html =>
  html`<td${attributes({
    class: classes(
      'govuk-table__cell',
      cell.format && `govuk-table__cell--${cell.format}`,
      cell.classes,
    ),
  })}${span(cell)}>${contentOf(cell)}</td>`

function span({ colspan, rowspan, attributes: given }: TableCell): Html {
  if (!colspan && !rowspan && !given) return nothing
  const own = attributes({ colspan: colspan || undefined, rowspan: rowspan || undefined })
  return html`${own}${extra(given)}`
}
