import type { ColumnPlaces } from './columns.ts'

/** What is wrong with a row, or was left out of it: the field by its label, and what to do. */
export type Problem = { readonly field: string; readonly message: string }

/** A row taken, with what had to be left blank in it; or refused, with every reason. */
export type RowRead<T> =
  | { readonly taken: T; readonly warnings: readonly Problem[] }
  | { readonly refusals: readonly Problem[] }

/** A row under reading: its cells by field, and what has been found wrong so far. */
export type Cells = {
  /** The cell's text without spaces around it; blank where the file has no such column. */
  readonly text: (field: string) => string
  readonly has: (field: string) => boolean
  /** The row cannot be taken as it stands. */
  readonly refuse: (field: string, message: string) => void
  /** The row is taken, without this. */
  readonly warn: (field: string, message: string) => void
  readonly end: <T>(taken: () => T) => RowRead<T>
}

/** Opens one row for reading. */
export function cellsOf(cells: readonly string[], places: ColumnPlaces): Cells {
  const refusals: Problem[] = []
  const warnings: Problem[] = []
  return {
    text: (field) => {
      const at = places[field]
      return at === undefined ? '' : (cells[at] ?? '').trim()
    },
    has: (field) => places[field] !== undefined,
    refuse: (field, message) => void refusals.push({ field, message }),
    warn: (field, message) => void warnings.push({ field, message }),
    end: (taken) => (refusals.length > 0 ? { refusals } : { taken: taken(), warnings }),
  }
}
