import { ok, refused, type Result } from '#platform/lib/result.ts'
import { mapAsSaved, mapColumns, type Mapping, type SavedMapping } from './columns.ts'
import { decode, type Encoding } from './decode.ts'
import { kindOf } from './headings.ts'
import { readTable, type RawRow, type Table } from './read-table.ts'

export type SourceFile = { readonly name: string; readonly bytes: Uint8Array }

/** A file opened and understood, its rows not yet read. */
export type OpenFile = {
  readonly name: string
  readonly encoding: Encoding
  readonly table: Table
  readonly mapping: Mapping
}

/** The mapping that staff saved for files with these headings, or null. */
export type SavedMappings = (headings: readonly string[]) => SavedMapping | null

/** Why a file is left, and its headings where it has any: then somebody can tell which column is which. */
export type NotOpened = { readonly why: string; readonly headings: readonly string[] }

/** Opens one file of an extract. What cannot be opened or understood is refused as a whole, with what to do. */
export function openFile(
  file: SourceFile,
  savedFor: SavedMappings = () => null,
): Result<OpenFile, NotOpened> {
  const decoded = decode(file.bytes)
  if (!decoded.ok) return refused({ why: decoded.error, headings: [] })
  const table = readTable(decoded.value.text)
  if (!table.ok) return refused({ why: table.error, headings: [] })
  const saved = savedFor(table.value.headings)
  const mapping =
    saved === null
      ? mapColumns(table.value, file.name)
      : mapAsSaved(kindOf(saved.kind), table.value, saved)
  if (mapping === null)
    return refused({
      why: 'We do not know what this file holds: its headings are none that we know. Tell us which column is which',
      headings: table.value.headings,
    })
  if (mapping.missing.length > 0)
    return refused({
      why: `No column for: ${mapping.missing.join(', ')}. Tell us which column it is`,
      headings: table.value.headings,
    })
  return ok({ name: file.name, encoding: decoded.value.encoding, table: table.value, mapping })
}

export type WidthCheck = (row: RawRow) => string | null

// An export that leaves off blank cells at the end makes many rows short; a broken row is one of few.
const shareOfShortRows = 0.05

/** Tells of each row whether it has as many cells as there are headings; words where it has not. */
export function widthCheck({ table, mapping }: OpenFile): WidthCheck {
  const width = table.headings.length
  const short = table.rows.filter(({ cells }) => cells.length < width).length
  const needed = short > table.rows.length * shareOfShortRows ? lastNeeded(mapping) : width
  return ({ cells }) => {
    if (cells.length < needed) {
      return `The row has ${countOf(cells.length)} and the file has ${width} columns. Put in what is missing, or a comma for each blank cell`
    }
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
      return `The row has ${countOf(cells.length)} and the file has ${width} columns. Put quotation marks round a cell that holds a comma`
    }
    return null
  }
}

const countOf = (cells: number): string => (cells === 1 ? 'one cell' : `${cells} cells`)

/** How many cells a row must have to reach every field that a row cannot do without. */
function lastNeeded({ kind, places }: Mapping): number {
  const needed = kindOf(kind).fields.filter(
    (field) => field.required || ['surname', 'full_name', 'status', 'birth'].includes(field.id),
  )
  return Math.max(...needed.map((field) => places[field.id] ?? 0)) + 1
}
