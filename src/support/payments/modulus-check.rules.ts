// Whether an account number fits its sort code: the check that UK banks publish ("Validating account
// numbers", VocaLink, now Pay.UK). The weights and substituted sort codes change several times a year and
// are not shipped: an authority loads the publisher's own files. The exceptions below are the rules of the
// specification's text as known in 2026; check them against the current edition when a new table is loaded.
import { ok, refused, type Result } from '#platform/lib/result.ts'

type Method = 'MOD10' | 'MOD11' | 'DBLAL'

/** One line of the table: how accounts of a range of sort codes are checked. */
export type Weighting = {
  readonly from: string
  readonly to: string
  readonly method: Method
  /** For the fourteen figures: six of the sort code, eight of the account number. */
  readonly weights: readonly number[]
  readonly exception: number
}

export type CheckTable = {
  readonly weightings: readonly Weighting[]
  /** By the sort code that is written: the one to check with (exception 5). */
  readonly substitutes: ReadonlyMap<string, string>
}

/** `unknown`: the table says nothing of this sort code, so the account may well be right. */
export type Checked = 'fits' | 'does_not_fit' | 'unknown'

/** Whether an account of eight figures fits a sort code of six. */
export function checkAccount(table: CheckTable, sortCode: string, account: string): Checked {
  const found = table.weightings.filter(({ from, to }) => from <= sortCode && sortCode <= to)
  const [first, second] = found
  if (first === undefined) return 'unknown'
  if (found.some(({ exception }) => exception === 6) && isForeign(account)) return 'unknown'
  const passes = (line: Weighting) => passesLine(line, table, sortCode, account)
  if (passes(first)) {
    if (second === undefined || eitherIsEnough(first, second)) return 'fits'
    if (second.exception === 3 && (account[2] === '6' || account[2] === '9')) return 'fits'
    return passes(second) ? 'fits' : 'does_not_fit'
  }
  if (second !== undefined && eitherIsEnough(first, second))
    return passes(second) ? 'fits' : 'does_not_fit'
  return 'does_not_fit'
}

/** Accounts in a foreign currency (exception 6). */
function isForeign(account: string): boolean {
  return /^[4-8]/.test(account) && account[6] === account[7]
}

const pairs = new Set(['2 9', '10 11', '12 13'])

function eitherIsEnough(first: Weighting, second: Weighting): boolean {
  return pairs.has(`${first.exception} ${second.exception}`)
}

function passesLine(
  line: Weighting,
  table: CheckTable,
  sortCode: string,
  account: string,
): boolean {
  const figures = `${sortCodeFor(line, table, sortCode)}${account}`
  const passed = ends(line, figures, account)
  if (passed || line.exception !== 14) return passed
  // Exception 14: the account may have been written with a figure too many at its end.
  return /[019]$/.test(account) && ends(line, `${sortCode}0${account.slice(0, 7)}`, account)
}

function sortCodeFor({ exception }: Weighting, table: CheckTable, sortCode: string): string {
  switch (exception) {
    case 5:
      return table.substitutes.get(sortCode) ?? sortCode
    case 8:
      return '090126'
    case 9:
      return '309634'
    default:
      return sortCode
  }
}

/** Whether the weighted figures come to what they must. */
function ends(line: Weighting, figures: string, account: string): boolean {
  const { method, exception } = line
  const weights = weightsFor(line, account)
  const products = weights.map((weight, at) => weight * Number(figures[at]))
  const total =
    method === 'DBLAL'
      ? products.reduce((sum, one) => sum + Math.floor(one / 10) + (one % 10), 0)
      : products.reduce((sum, one) => sum + one, 0)
  const modulus = method === 'MOD11' ? 11 : 10
  const left = (total + (exception === 1 ? 27 : 0)) % modulus
  if (exception === 4) return left === Number(account.slice(6))
  if (exception === 5) {
    const check = Number(account[method === 'MOD11' ? 6 : 7])
    return left === 0 ? check === 0 : modulus - left === check
  }
  return left === 0
}

function weightsFor({ weights, exception }: Weighting, account: string): readonly number[] {
  const ninth = account[6] === '9'
  const withoutStart = [...Array<number>(8).fill(0), ...weights.slice(8)]
  if (exception === 7 && ninth) return withoutStart
  if (exception === 10 && ninth && /^[09]9/.test(account)) return withoutStart
  if (exception !== 2 || account.startsWith('0')) return weights
  return ninth
    ? [0, 0, 0, 0, 0, 0, 0, 0, 8, 7, 10, 9, 3, 1]
    : [0, 0, 1, 2, 5, 3, 6, 4, 8, 7, 10, 9, 3, 1]
}

/** The table of weights as it is published (`valacdos.txt`), or the first line that is not one. */
export function readWeightings(text: string): Result<readonly Weighting[], string> {
  const read: Weighting[] = []
  for (const [at, words] of linesOf(text)) {
    const [from = '', to = '', method = '', ...numbers] = words
    const weights = numbers.slice(0, 14).map(Number)
    const exception = Number(numbers[14] ?? 0)
    const right =
      /^\d{6}$/.test(from) &&
      /^\d{6}$/.test(to) &&
      from <= to &&
      /^(?:MOD10|MOD11|DBLAL)$/.test(method) &&
      (numbers.length === 14 || numbers.length === 15) &&
      weights.every((weight) => Number.isInteger(weight) && weight >= 0 && weight < 1000)
    if (!right || !Number.isInteger(exception))
      return refused(
        `Line ${at} is no line of weights: two sort codes, MOD10, MOD11 or DBLAL, and fourteen numbers`,
      )
    if (exception < 0 || exception > 14)
      return refused(`Line ${at} has exception ${exception}, which is not known here`)
    read.push({ from, to, method: method as Method, weights, exception })
  }
  return read.length === 0 ? refused('The file has no weights in it') : ok(read)
}

/** The substituted sort codes as they are published (`scsubtab.txt`), or the first line that is not one. */
export function readSubstitutes(text: string): Result<ReadonlyMap<string, string>, string> {
  const read = new Map<string, string>()
  for (const [at, [from = '', to = '', ...more]] of linesOf(text)) {
    if (!/^\d{6}$/.test(from) || !/^\d{6}$/.test(to) || more.length > 0)
      return refused(`Line ${at} is no pair of sort codes`)
    read.set(from, to)
  }
  return read.size === 0 ? refused('The file has no sort codes in it') : ok(read)
}

function linesOf(text: string): readonly (readonly [number, readonly string[]])[] {
  return text
    .split(/\r?\n/)
    .map((line, at) => [at + 1, line.trim().split(/\s+/)] as const)
    .filter(([, [first]]) => first !== '')
}
