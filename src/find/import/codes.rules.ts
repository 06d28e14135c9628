import { codeList } from './code-lists.ts'

/** A cell read as a code; `unknown` holds words that no code goes by. */
export type CodeRead = { readonly code: string | null; readonly unknown: string | null }

const blank: CodeRead = { code: null, unknown: null }

/** The code for one cell of a list in `data/codes`. A blank cell is no code and no complaint. */
export function readCode(list: string, written: string): CodeRead {
  if (written === '') return blank
  const code = codeList(list).codeFor(written)
  if (code !== null) return { code, unknown: null }
  return /[a-z0-9]/i.test(written) ? { code: null, unknown: written } : blank
}

export type CodesRead = { readonly codes: readonly string[]; readonly unknown: readonly string[] }

/**
 * Several codes in one cell, however they are kept apart: comma, semicolon, slash, plus, line
 * break, "and". A name that itself holds a separator ("Drugs and alcohol") is looked up whole first.
 */
export function readCodes(list: string, written: string): CodesRead {
  if (written === '') return { codes: [], unknown: [] }
  const { codeFor } = codeList(list)
  const whole = codeFor(written)
  if (whole !== null) return { codes: [whole], unknown: [] }
  const codes = new Set<string>()
  const unknown: string[] = []
  for (const part of written.split(/[,;/|+\n]/)) {
    const found = codeFor(part)
    const pieces = found === null ? part.split(/\s+(?:and|&)\s+|\s+-\s+/i) : [part]
    for (const piece of pieces.map((text) => text.trim()).filter((text) => text !== '')) {
      const code = codeFor(piece)
      if (code === null) unknown.push(piece)
      else codes.add(code)
    }
  }
  return { codes: [...codes], unknown }
}

// The bands start at 1, 20, 35 and 50 hours a week.
const hoursBands = [
  { from: 50, code: '50_plus' },
  { from: 35, code: '35_49' },
  { from: 20, code: '20_34' },
  { from: 0.5, code: '1_19' },
] as const

/** The band of a week's caring hours, from a band in words or from a number of hours. */
export function readHoursBand(written: string): CodeRead {
  const read = readCode('hours-bands', written)
  if (read.unknown === null) return read
  const number =
    /^(\d{1,3}(?:\.\d+)?)\s*(?:\+|h|hr|hrs|hours?)?(?:\s*(?:a|per|\/)\s*(?:week|wk|w))?$/i.exec(
      written,
    )
  const range =
    /^(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})\s*(?:h|hr|hrs|hours?)?(?:\s*(?:a|per|\/)\s*(?:week|wk|w))?$/i.exec(
      written,
    )
  const hours = Number(number?.[1] ?? range?.[1] ?? Number.NaN)
  const band = hours <= 168 ? hoursBands.find(({ from }) => hours >= from) : undefined
  return band === undefined ? read : { code: band.code, unknown: null }
}
