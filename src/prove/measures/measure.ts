import type { Tx } from '#platform/db/database.ts'
import type { Figure, Measure, Period } from '#platform/room.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { getTotals, listSourceRows, type OpenedRow, type Totals } from './figures.sql.ts'
import type { Source } from './sources.sql.ts'

type Declared = Pick<Measure, 'id' | 'title' | 'definition' | 'source' | 'outcome'> & {
  /** The rows behind the figure. */
  readonly from: Source
  /** How the figure comes from its rows: their count unless told. */
  readonly value?: (totals: Totals) => number | null
  /** What stands beside the value: a percentage, a breakdown. */
  readonly beside?: (tx: Tx, of: Period, totals: Totals) => Promise<Partial<Figure>>
}

/** A measure whose figure is counted from the very rows that it opens to. */
export function measure(declared: Declared): Measure {
  const { from, value = ({ rows }: Totals) => rows, beside, ...named } = declared
  return {
    ...named,
    figure: async (tx, of) => {
      const totals = await getTotals(tx, from, of)
      return { value: value(totals), rows: totals.rows, ...(await beside?.(tx, of, totals)) }
    },
    rows: async (tx, of, page) => {
      const rows = await listSourceRows(tx, from, of, page)
      const { rows: total } = await getTotals(tx, from, of)
      return {
        columns: ['Date', 'Carer', 'Reference', 'What', 'Detail'],
        rows: rows.map(asRow),
        total,
      }
    },
  }
}

function asRow(row: OpenedRow) {
  const amount = row.amount === null ? '' : String(row.amount)
  const cells = [
    inWords(isoDate(row.onDay)),
    row.name ?? '',
    row.reference ?? '',
    row.label.replaceAll('_', ' '),
    row.part ?? amount,
  ]
  return row.personId === null || row.reference === null
    ? { cells }
    : { cells, href: `/carers/${row.personId}` }
}

/** A share in per cent to one decimal, as reports print it; null of nothing. */
export function percent(part: number, of: number): number | null {
  return of === 0 ? null : Math.round((part * 1000) / of) / 10
}
