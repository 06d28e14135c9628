import type { Tx } from '#platform/db/database.ts'
import type { Figure, Measure, Period } from '#platform/room.ts'
import { addMonths, inWords, isoDate } from '#platform/lib/dates.ts'
import {
  countPeople,
  countRows,
  getTotals,
  hasAny,
  listSourceRows,
  type OpenedRow,
  type Totals,
} from './figures.sql.ts'
import type { RowWords } from './row-words.ts'
import type { Source } from './sources.sql.ts'

type Counted = Totals & {
  readonly among: number
  /** How many different people, counted where `perPerson` asks for it. */
  readonly people: number
}

type Declared = Pick<Measure, 'id' | 'title' | 'definition' | 'source' | 'outcome' | 'whole'> & {
  readonly sentence: string | ((figure: Figure) => string)
  /** The rows behind the figure. */
  readonly from: Source
  /** Those among which they were counted, where that is more than the rows themselves. */
  readonly among?: Source
  /** Rows whose being there tells that such rows were kept at the time; those it counts unless told. */
  readonly kept?: Source
  readonly words: RowWords
  /** How the figure comes from its rows: their count unless told. */
  readonly value?: (counted: Counted) => number | null
  readonly perPerson?: true
  /** What stands beside the value: a percentage, a breakdown. */
  readonly beside?: (tx: Tx, of: Period, counted: Counted) => Promise<Partial<Figure>>
}

/** A measure whose figure is counted from the very rows that it opens to. */
export function measure(declared: Declared): Measure {
  const { id, title, definition, source, outcome, sentence, from, among = from, words } = declared
  return {
    id,
    title,
    definition,
    source,
    outcome,
    sentence: typeof sentence === 'string' ? () => sentence : sentence,
    figure: (tx, of) => figureOf(tx, declared, of),
    whole: declared.whole ?? ((tx, of) => beganBefore(tx, among, of)),
    rows: async (tx, of, page) => {
      const total = await countRows(tx, from, of)
      const rows = await listSourceRows(tx, from, of, page)
      const headings = words.columns.map(([heading]) => heading)
      const columns = [words.day, ...(words.ofNobody === true ? [] : whose), ...headings]
      return { columns, rows: rows.map((row) => asRow(row, words)), total }
    },
  }
}

async function figureOf(tx: Tx, declared: Declared, of: Period): Promise<Figure> {
  const { from, among = from, kept = among, value = ({ rows }: Counted) => rows, beside } = declared
  const totals = await getTotals(tx, from, of)
  const all = among === from ? totals.rows : await countRows(tx, among, of)
  // Nought is a figure where such rows were kept by then; where none ever was, nothing is known.
  if (all === 0 && !(await keptBy(tx, kept, of))) return { value: null, rows: 0 }
  const people = declared.perPerson === true ? await countPeople(tx, from, of) : 0
  const amount = totals.rows === 0 ? 0 : totals.amount
  const counted = { rows: totals.rows, amount, people, among: all }
  return { value: value(counted), rows: totals.rows, ...(await beside?.(tx, of, counted)) }
}

const whose = ['Carer', 'Reference']

function asRow(row: OpenedRow, { columns, ofNobody }: RowWords) {
  const said = columns.map(([, words]) => words(row))
  const day = inWords(isoDate(row.onDay))
  if (ofNobody === true) return { cells: [day, ...said] }
  const name = row.personId === null ? 'On no record yet' : (row.name ?? '')
  const cells = [day, name, row.reference ?? '', ...said]
  return row.personId === null || row.reference === null
    ? { cells }
    : { cells, href: `/carers/${row.personId}` }
}

const ever = isoDate('1900-01-01')

/** Whether anything of the kind was recorded by the end of the period. */
export function keptBy(tx: Tx, source: Source, of: Period): Promise<boolean> {
  return hasAny(tx, source, { ...of, from: ever })
}

/** Whether recording had begun when the period did, or within its first month. */
function beganBefore(tx: Tx, source: Source, of: Period): Promise<boolean> {
  return hasAny(tx, source, { ...of, from: ever, to: addMonths(of.from, 1) })
}

/** A share in per cent to one decimal, as reports print it; null of nothing. */
export function percent(part: number, of: number): number | null {
  return of === 0 ? null : Math.round((part * 1000) / of) / 10
}
