// The file of a payment run: Bacs-style CSV, described in docs/reference/payment-file.md. Names and
// references keep to the characters and lengths of Bacs Standard 18; match it with the council's bank.
import { createHash } from 'node:crypto'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Pence } from '#platform/lib/money.ts'

export type FileRun = {
  readonly reference: string
  readonly authorityCode: string
  readonly payOn: IsoDate
}

export type FileLine = {
  readonly id: string
  readonly sortCode: string
  readonly accountNumber: string
  readonly accountName: string
  readonly amountPence: Pence
  /** With a building society that asks for one: whose money it is within the society's account. */
  readonly rollNumber: string | null
}

export type PaymentFile = {
  readonly text: string
  readonly count: number
  readonly sumPence: Pence
  /** SHA-256 of the whole file, in hexadecimal. */
  readonly hash: string
}

/** Longest name and reference that Bacs carries. */
const longest = 18
const lineEnd = '\r\n'

/** The file of a run's lines, in their order; the same lines always give the same bytes. */
export function paymentFile(run: FileRun, lines: readonly FileLine[]): PaymentFile {
  const sumPence = lines.reduce((sum, { amountPence }) => sum + amountPence, 0)
  if (!Number.isSafeInteger(sumPence)) throw new RangeError('a sum that is no whole number')
  const day = run.payOn.replaceAll('-', '')
  const body = [
    ['H', '1', run.reference, run.authorityCode, day, 'GBP'],
    ...lines.map((line, at) => [
      'D',
      String(at + 1),
      line.sortCode,
      line.accountNumber,
      String(line.amountPence),
      bacsText(line.accountName),
      line.rollNumber ?? bacsText(`${run.reference} ${at + 1}`),
      line.id,
    ]),
  ]
  const above = body.map((cells) => cells.join(',') + lineEnd).join('')
  const totals = ['T', String(lines.length), String(sumPence), accountTotal(lines), sha256(above)]
  const text = above + totals.join(',') + lineEnd
  return { text, count: lines.length, sumPence, hash: sha256(text) }
}

/** Text in the characters that Bacs carries: capitals, figures, `-./&` and spaces; beginning with a letter or figure. */
export function bacsText(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase()
  const known = plain.replaceAll(/['’,]/g, '').replaceAll(/[^A-Z0-9\-./& ]+/g, ' ')
  return known
    .replaceAll(/ +/g, ' ')
    .replace(/^[^A-Z0-9]+/, '')
    .slice(0, longest)
    .trim()
}

/** Sort codes and account numbers added as whole numbers: a changed or swapped account shows. */
function accountTotal(lines: readonly FileLine[]): string {
  const each = lines.map(({ sortCode, accountNumber }) => BigInt(sortCode + accountNumber))
  return String(each.reduce((sum, one) => sum + one, 0n))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
