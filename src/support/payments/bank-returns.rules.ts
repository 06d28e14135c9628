// Payments that a bank could not put into an account and sent back. The file is in the style of the Bacs
// report of returned credits (ARUCS), described in docs/reference/payment-file.md; the law says nothing of it.
import { parse } from 'csv-parse/sync'
import reasons from '../../../data/codes/bank-return-reasons.json' with { type: 'json' }
import { dateFromParts, inWords, type IsoDate } from '#platform/lib/dates.ts'
import { penceFrom, pounds, type Pence } from '#platform/lib/money.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { bacsText } from './payment-file.rules.ts'

export const largestReturnFile = 2 * 1024 * 1024
const mostLines = 20_000

/** A line as it stands in the file. */
export type ReturnLine = {
  /** As a spreadsheet counts: the headings are line 1. */
  readonly line: number
  readonly reference: string
  readonly amount: string
  readonly reason: string
  readonly returnedOn: string
}

const columns = {
  reference: ['reference', 'beneficiary reference', 'payment reference', 'ref'],
  amount: ['amount', 'value'],
  reason: ['reason', 'reason code', 'return code', 'code'],
  returnedOn: ['returned on', 'date', 'date returned', 'processing date'],
} as const
type Column = keyof typeof columns

/** The lines of a file of returned payments, or why it is no such file. */
export function readReturnLines(text: string): Result<readonly ReturnLine[], string> {
  let rows: string[][]
  try {
    rows = parse(text, { bom: true, trim: true, relaxColumnCount: true, skipEmptyLines: true })
  } catch {
    return refused('The file cannot be read as CSV. Save it from your bank’s site as CSV')
  }
  const [headings, ...rest] = rows
  if (headings === undefined || rest.length === 0) return refused('The file has no payments in it')
  if (rest.length > mostLines) return refused('The file has more than 20,000 lines. Split it')
  const at = (column: Column) =>
    headings.findIndex((heading) =>
      columns[column].some((name) => name === heading.toLowerCase().replaceAll('_', ' ')),
    )
  const places = { reference: at('reference'), amount: at('amount'), reason: at('reason') }
  const missing = Object.entries(places).filter(([, place]) => place < 0)
  if (missing.length > 0) {
    const names = missing.map(([name]) => name).join(', ')
    return refused(`The first line must name its columns. Missing: ${names}`)
  }
  const day = at('returnedOn')
  return ok(
    rest.map((cells, index) => ({
      line: index + 2,
      reference: cells[places.reference] ?? '',
      amount: cells[places.amount] ?? '',
      reason: (cells[places.reason] ?? '').toUpperCase(),
      returnedOn: day < 0 ? '' : (cells[day] ?? ''),
    })),
  )
}

/** A payment that a line may be about. */
export type PaidLine = {
  readonly instalmentId: string
  readonly paymentId: string
  readonly personId: string
  readonly organisationId: number
  /** As it stood in the file for the bank: the run's reference and the line's number, or a roll number. */
  readonly reference: string
  readonly amountPence: Pence
  /** Null: its run is not marked as paid. */
  readonly paidOn: IsoDate | null
  readonly returnedOn: IsoDate | null
}

export type TakenReturn = Omit<PaidLine, 'paidOn' | 'returnedOn' | 'reference'> & {
  readonly reasonCode: string
  readonly returnedOn: IsoDate
}
export type RefusedLine = {
  readonly line: number
  readonly reference: string
  readonly why: string
}

/** Which payments came back, each once, and each line that says of no payment, or not of one alone, why not. */
export function matchReturns(
  lines: readonly ReturnLine[],
  paid: readonly PaidLine[],
  today: IsoDate,
): { readonly taken: readonly TakenReturn[]; readonly refused: readonly RefusedLine[] } {
  const byReference = Map.groupBy(paid, ({ reference }) => reference)
  const takenBy = new Map<string, number>()
  const taken: TakenReturn[] = []
  const not: RefusedLine[] = []
  for (const line of lines) {
    const found = matchOne(line, byReference.get(bacsText(line.reference)) ?? [], takenBy, today)
    if (found.ok) {
      takenBy.set(found.value.instalmentId, line.line)
      taken.push(found.value)
    } else not.push({ line: line.line, reference: line.reference.slice(0, 40), why: found.error })
  }
  return { taken, refused: not }
}

function matchOne(
  line: ReturnLine,
  named: readonly PaidLine[],
  takenBy: ReadonlyMap<string, number>,
  today: IsoDate,
): Result<TakenReturn, string> {
  if (line.reference === '') return refused('The line has no reference')
  const pence = penceFrom(line.amount)
  if (pence === null || pence === 0)
    return refused('The amount must be in pounds and pence, like 1250.50')
  if (!/^[0-9A-Z]{1,4}$/.test(line.reason)) return refused('The line has no reason code')
  const on = line.returnedOn === '' ? today : dayFrom(line.returnedOn)
  if (on === null) return refused('The date must be like 2018-04-10 or 10/04/2018')
  if (on > today) return refused('The date is in the future')
  const [first] = named
  if (first === undefined) return refused('No payment went out under this reference')
  const same = named.filter(({ amountPence }) => amountPence === pence)
  if (same.length === 0)
    return refused(`The amount is not what was paid: ${pounds(first.amountPence)}`)
  const out = same.filter(({ paidOn }) => paidOn !== null)
  if (out.length === 0) return refused('Its payment run is not marked as paid yet')
  const here = out.find(({ instalmentId }) => takenBy.has(instalmentId))
  const open = out.filter(
    ({ instalmentId, returnedOn }) => returnedOn === null && !takenBy.has(instalmentId),
  )
  const [one, another] = open
  if (one === undefined && here !== undefined)
    return refused(
      `Line ${takenBy.get(here.instalmentId)} of this file is about the same payment already`,
    )
  if (one === undefined)
    return refused(`It came back already, on ${inWords(out[0]?.returnedOn ?? today)}`)
  if (another !== undefined)
    return refused(
      `${open.length} payments have this reference and amount. Give the line its run’s reference and number instead`,
    )
  if (one.paidOn !== null && on < one.paidOn)
    return refused(`The date is before the payment went out, on ${inWords(one.paidOn)}`)
  const { reference: _, paidOn: _paid, returnedOn: _returned, ...rest } = one
  return ok({ ...rest, reasonCode: line.reason, returnedOn: on })
}

function dayFrom(typed: string): IsoDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  if (iso) return dateFromParts(iso[3]!, iso[2]!, iso[1]!)
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed)
  return british ? dateFromParts(british[1]!, british[2]!, british[3]!) : null
}

/** Why a bank sent it back, in words; the code alone where nobody here knows it. */
export function returnReason(code: string): { readonly label: string; readonly mend: string } {
  const known = reasons.items.find(({ id }) => id === code)
  return known ?? { label: `The bank’s reason is “${code}”`, mend: 'Ask your bank what it means' }
}

/** Whether a payment that came back may go out again: never to the account that it came back from. */
export function mayPayAgain(of: {
  readonly paymentState: string
  readonly paidInto: string | null
  readonly payeeNow: string | null
}): Result<null, string> {
  if (of.paymentState === 'cancelled')
    return refused('This payment was stopped, so nothing more of it is paid')
  if (of.payeeNow === null || of.payeeNow === of.paidInto)
    return refused('Take down the right bank details first, then pay it again')
  return ok(null)
}
