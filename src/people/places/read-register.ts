import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Establishment, PracticeCount } from './establishment.ts'
import { type Cells, RowFault } from './register-cells.rules.ts'
import { odsColumns, registerFormats, type RegisterFormat } from './register-formats.ts'

/** What a register's file holds, row by row; `leftOut` are rows that it has and we do not keep. */
export type ReadRegister = {
  readonly says: string
  readonly rows: number
  readonly establishments: readonly Establishment[]
  readonly counts: readonly PracticeCount[]
  readonly leftOut: number
  readonly refused: readonly { readonly line: number; readonly reason: string }[]
}

const unknown =
  'This is none of the registers that we read: epraccur, etr or ets of the NHS Organisation Data Service, edubasealldata of Get information about schools, or a file with headings as in data/places/registers'

type Line = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

type Known = {
  readonly format: RegisterFormat
  readonly headings: readonly string[]
  readonly headed: boolean
}

/**
 * Reads a published register: which one it is, its first line tells. A row that cannot be kept is
 * refused with its line; the rest is taken.
 */
export async function readRegister(bytes: Uint8Array): Promise<Result<ReadRegister, string>> {
  let known: Known | null = null
  const taken: Taken = { establishments: [], counts: [], refused: [], rows: 0, leftOut: 0 }
  for await (const line of linesOf(textOf(bytes))) {
    if (line.record.every((cell) => cell.trim() === '')) continue
    if (known === null) {
      known = tell(line.record)
      if (known === null) return refused(unknown)
      if (known.headed) continue
    }
    takeRow(known, line, taken)
  }
  return known === null ? refused('The file is empty') : ok({ says: known.format.says, ...taken })
}

type Taken = {
  -readonly [K in keyof Omit<ReadRegister, 'says'>]: Omit<
    ReadRegister,
    'says'
  >[K] extends readonly (infer T)[]
    ? T[]
    : number
}

function takeRow({ format, headings }: Known, { record, info }: Line, taken: Taken): void {
  const places = new Map(headings.map((heading, at) => [heading, at]))
  const cells: Cells = (heading) => record[places.get(heading) ?? -1]?.trim() ?? ''
  taken.rows += 1
  try {
    const establishment = format.establishment?.(cells)
    const counts = format.counts?.(cells, headings) ?? []
    if (establishment === null) taken.leftOut += 1
    else if (establishment !== undefined) taken.establishments.push(establishment)
    taken.counts.push(...counts)
  } catch (fault) {
    if (!(fault instanceof RowFault)) throw fault
    taken.refused.push({ line: info.lines, reason: fault.message })
  }
}

/** Which register a first line begins; null for one that we do not know. */
function tell(first: readonly string[]): Known | null {
  const headings = first.map((heading) => heading.trim().toLowerCase())
  const byHeadings = registerFormats.find(({ headings: wanted }) =>
    wanted?.every((heading) => headings.includes(heading)),
  )
  if (byHeadings !== undefined) return { format: byHeadings, headings, headed: true }
  const code = first[0]?.trim() ?? ''
  const byCode =
    first.length === odsColumns.length
      ? registerFormats.find(({ firstCode }) => firstCode?.test(code))
      : undefined
  return byCode === undefined ? null : { format: byCode, headings: odsColumns, headed: false }
}

/** The registers are UTF-8, or Windows-1252 as the schools' is. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const piece = 1 << 20

function linesOf(text: string): AsyncIterable<Line> {
  const pieces = function* (): Generator<string> {
    for (let at = 0; at < text.length; at += piece) yield text.slice(at, at + piece)
  }
  return Readable.from(pieces()).pipe(
    parse({
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }),
  ) as AsyncIterable<Line>
}
