import type { Figure } from '#platform/room.ts'

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** A figure's value as people read it; null where nothing was recorded. */
export function valueInWords(id: string, { value }: Figure): string | null {
  if (value === null) return null
  return id.includes('percent') ? `${number.format(value)}%` : number.format(value)
}

export function rowsInWords({ rows }: Figure): string {
  return rows === 1 ? 'from 1 row' : `from ${number.format(rows)} rows`
}

/** "0.9% of those it is counted among", where there is a share. */
export function shareInWords({ percent }: Figure): string | undefined {
  return percent === undefined
    ? undefined
    : `${number.format(percent)}% of those it is counted among`
}

/** A figure's breakdown as rows of text under headings; null where it has none. */
export function breakdown({ by_year, by_district, table }: Figure): {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
} | null {
  if (by_year) return { columns: ['Year', 'Number'], rows: pairs(by_year) }
  if (by_district) return { columns: ['District', 'Number'], rows: pairs(by_district) }
  if (!table) return null
  const entries = Object.entries(table)
  const headings = Object.keys(entries[0]?.[1] ?? {})
  return {
    columns: ['Course', ...headings.map(capital)],
    rows: entries.map(([name, row]) => [
      capital(name),
      ...headings.map((heading) => number.format(row[heading] ?? 0)),
    ]),
  }
}

function pairs(record: Readonly<Record<string, number>>): (readonly string[])[] {
  return Object.entries(record).map(([name, count]) => [capital(name), number.format(count)])
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
