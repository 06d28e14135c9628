import type { Html } from '#platform/lib/html.ts'
import { govukTable, type TableCell, type TableOptions } from '../table.ts'

export type SortableHeader = TableCell & {
  /** How the rows are sorted by this column as sent; `none` for a column that can be sorted by. */
  readonly sort?: 'ascending' | 'descending' | 'none' | undefined
}

export type SortableTableOptions = Omit<TableOptions, 'head'> & {
  readonly head: readonly SortableHeader[]
}

/** The value by which the script sorts a cell whose words would sort wrongly, such as a date. */
export const sortValue = (
  value: string | number,
): { readonly attributes: { 'data-sort-value': string | number } } => ({
  attributes: { 'data-sort-value': value },
})

/** A table whose rows can be sorted, where scripts run. MOJ has no macro for it, only the markup. */
export const mojSortableTable = (options: SortableTableOptions): Html =>
  govukTable({
    ...options,
    attributes: { 'data-module': 'moj-sortable-table', ...options.attributes },
    head: options.head.map(({ sort, ...cell }) =>
      sort ? { ...cell, attributes: { 'aria-sort': sort, ...cell.attributes } } : cell,
    ),
  })
