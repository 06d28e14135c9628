import Papa from 'papaparse'
import { ok, refused, type Result } from '#platform/lib/result.ts'

/** One row of a file: the line it starts on, counted from 1, and its cells as they stand. */
export type RawRow = { readonly line: number; readonly cells: readonly string[] }

export type Table = {
  readonly headings: readonly string[]
  readonly rows: readonly RawRow[]
  readonly delimiter: Delimiter
}

export type Delimiter = ',' | ';' | '\t' | '|'

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']

/**
 * Reads a delimited text: the delimiter is found out, blank lines are skipped (also above the
 * headings), every row keeps the line it starts on. A quotation mark that was never closed spoils
 * its own line and not the rest of the file.
 */
export function readTable(written: string): Result<Table, string> {
  const text = written.replace(/\r\n?/g, '\n')
  const named = /^sep=(.)\n/.exec(text)
  const delimiter = delimiters.find((known) => known === named?.[1]) ?? likeliest(text)
  const rows = withLines(text, delimiter, named === null ? 0 : 1)
  const first = headingsAt(rows)
  const top = rows[first]
  if (top === undefined)
    return refused(
      'The file is empty. Send a file with a row of headings and a row for each record',
    )
  const headings = top.cells.map((heading) => heading.replace(/\s+/g, ' ').trim())
  while (headings.at(-1) === '') headings.pop()
  const below = rows.slice(first + 1).filter((row) => !isBlank(row))
  return ok({
    headings,
    rows: mendQuotes(below, { text, delimiter, width: headings.length }),
    delimiter,
  })
}

const isBlank = ({ cells }: RawRow): boolean => cells.every((cell) => cell.trim() === '')

/** The first row that is about as full as the ones near it: titles and blank lines may stand above. */
function headingsAt(rows: readonly RawRow[]): number {
  const filled = rows
    .slice(0, 20)
    .map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length)
  const most = Math.max(0, ...filled)
  return most === 0 ? -1 : filled.findIndex((count) => count > 0 && count * 2 > most)
}

/** The mark that parts the first lines into most columns, alike on each. */
function likeliest(text: string): Delimiter {
  const sample = text
    .slice(0, 20_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 12)
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const widths = sample.map((line) => split(line, delimiter).length - 1)
    const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0
    const score = usual * widths.filter((width) => width === usual).length
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

type Parting = { readonly delimiter: string; readonly quote?: false }

/**
 * A text's rows of cells. Throws where a quotation mark is open to the end. Papa Parse reads an extract
 * five times quicker than csv-parse, which streams the national registers.
 */
function csv(text: string, { delimiter, quote }: Parting): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    ...(quote === false ? { fastMode: true } : {}),
  })
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  if (open !== undefined) throw new Error(open.message)
  return data
}

/** One line's cells; where its quotation marks do not close they are letters like others. */
function split(line: string, delimiter: string): string[] {
  try {
    return csv(line, { delimiter })[0] ?? []
  } catch {
    return csv(line, { delimiter, quote: false })[0] ?? []
  }
}

function withLines(text: string, delimiter: Delimiter, skipped: number): RawRow[] {
  const body = skipped === 0 ? text : text.slice(text.indexOf('\n') + 1)
  let line = 1 + skipped
  return parsed(body, delimiter).map((cells) => {
    const row = { line, cells }
    line += 1
    for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1
    return row
  })
}

function parsed(text: string, delimiter: Delimiter): string[][] {
  try {
    return csv(text, { delimiter })
  } catch {
    // The last quotation mark is open to the end of the file: read line by line.
    return text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => (line === '' ? [''] : split(line, delimiter)))
  }
}

type Whole = { readonly text: string; readonly delimiter: Delimiter; readonly width: number }

/** A row that runs over lines and has the wrong number of cells swallowed its neighbours: read those lines alone. */
function mendQuotes(rows: readonly RawRow[], { text, delimiter, width }: Whole): RawRow[] {
  const swallowed = (row: RawRow): boolean =>
    row.cells.length !== width && row.cells.some((cell) => cell.includes('\n'))
  if (!rows.some(swallowed)) return [...rows]
  const lines = text.split('\n')
  return rows.flatMap((row) => {
    if (!swallowed(row)) return [row]
    const height = row.cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 1)
    return lines
      .slice(row.line - 1, row.line - 1 + height)
      .map((line, at) => ({ line: row.line + at, cells: split(line, delimiter) }))
      .filter((mended) => !isBlank(mended))
  })
}
