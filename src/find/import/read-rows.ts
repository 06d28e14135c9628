import type { OpenFile } from './read-file.ts'
import { widthCheck } from './read-file.ts'
import type { RawRow } from './read-table.ts'
import { cellsOf, type Cells, type Problem, type RowRead } from './row.ts'

export type TakenRow<T> = {
  readonly line: number
  readonly row: T
  readonly warnings: readonly Problem[]
}

/** A row that cannot be taken: where, whose, why, and the cells to mend. */
export type RefusedRow = {
  readonly file: string
  readonly line: number
  readonly id: string
  readonly reasons: readonly Problem[]
  readonly cells: readonly string[]
}

export type RowsRead<T> = {
  readonly file: OpenFile
  readonly taken: readonly TakenRow<T>[]
  readonly refused: readonly RefusedRow[]
}

/** Reads one row under its id. The id is never blank and no row before it in the file was taken with it. */
export type RowReader<T> = (cells: Cells, id: string, raw: RawRow) => RowRead<T>

export type IdsOf = {
  /** The id under which a row counts, or words that say why it has none. */
  readonly idOf: (cells: Cells, raw: RawRow) => string | { readonly missing: string }
  /** How its id is shown to people. */
  readonly shownId: (cells: Cells) => string
}

/** Where each id was met first, among all files of one kind. */
export type IdsMet = Map<string, { readonly file: string; readonly line: number }>

/** Reads every row of a file: its width, its id, that no other row has that id, then the rest of it. */
export function readRows<T>(
  file: OpenFile,
  ids: IdsOf,
  read: RowReader<T>,
  met: IdsMet = new Map(),
): RowsRead<T> {
  const wrongWidth = widthCheck(file)
  const usual = usualShape(file, ids)
  const taken: TakenRow<T>[] = []
  const refused: RefusedRow[] = []
  for (const raw of file.table.rows) {
    const cells = cellsOf(raw.cells, file.mapping.places)
    const result = readRow({ raw, cells, wrongWidth, met, file: file.name, ids, read })
    if ('refusals' in result) {
      const id =
        wrongWidth(raw) === null ? ids.shownId(cells) : likelyId(raw, ids.shownId(cells), usual)
      refused.push({
        file: file.name,
        line: raw.line,
        id,
        reasons: result.refusals,
        cells: raw.cells,
      })
    } else {
      taken.push({ line: raw.line, row: result.taken, warnings: result.warnings })
    }
  }
  return { file, taken, refused }
}

// Letters and digits as they follow each other: `WAC013415` is `A9`.
const shapeOf = (id: string): string =>
  id
    .trim()
    .replace(/[A-Za-z]+/g, 'A')
    .replace(/\d+/g, '9')

/** What most ids of a file look like. */
function usualShape(file: OpenFile, ids: IdsOf): string {
  const counts = new Map<string, number>()
  for (const { cells } of file.table.rows.slice(0, 200)) {
    const shape = shapeOf(ids.shownId(cellsOf(cells, file.mapping.places)))
    counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

/** In a row with too few or too many cells the id may have slipped: the cell that looks like one is shown. */
function likelyId({ cells }: RawRow, inPlace: string, usual: string): string {
  // Bare numbers look like too much else.
  if (shapeOf(inPlace) === usual || !usual.includes('A')) return inPlace
  return cells.find((cell) => shapeOf(cell) === usual)?.trim() ?? inPlace
}

const longestId = 200

type Reading<T> = {
  readonly raw: RawRow
  readonly cells: Cells
  readonly wrongWidth: (row: RawRow) => string | null
  readonly met: IdsMet
  readonly file: string
  readonly ids: IdsOf
  readonly read: RowReader<T>
}

function readRow<T>({ raw, cells, wrongWidth, met, file, ids, read }: Reading<T>): RowRead<T> {
  const width = wrongWidth(raw)
  if (width !== null) return refuse('Row', width)
  const id = ids.idOf(cells, raw)
  if (typeof id !== 'string') return refuse('Id', id.missing)
  if (id.length > longestId) return refuse('Id', `Use an id of ${longestId} characters or fewer`)
  const before = met.get(id)
  if (before !== undefined) {
    return refuse(
      'Id',
      `Line ${before.line}${before.file === file ? '' : ` of ${before.file}`} has the id ${ids.shownId(cells)} already. Give this row an id of its own, or leave it out if it is the same`,
    )
  }
  const result = read(cells, id, raw)
  if ('taken' in result) met.set(id, { file, line: raw.line })
  return result
}

const refuse = (field: string, message: string): { readonly refusals: readonly Problem[] } => ({
  refusals: [{ field, message }],
})
