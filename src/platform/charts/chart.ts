/** A figure to draw, or the words that stand where there is none: `fewer than 5`, `not recorded`. */
export type ChartValue = number | string

/** What a figure counts; decides how it is written. */
export type Unit = 'count' | 'percent' | 'pounds'

export type Series = {
  readonly name: string
  /** One for each category, in the same order. */
  readonly values: readonly ChartValue[]
}

type Common = {
  /** Heads the picture and its table. */
  readonly title: string
  readonly unit?: Unit
  /** Its table, where that says more than the picture: totals, or whoever is on no map. */
  readonly table?: FiguresTable
}

/** Figures by category: lying bars, standing columns, bars made of parts, or a line through time. */
export type SeriesChart = Common & {
  readonly kind: 'bars' | 'columns' | 'stacked' | 'line'
  /** What the categories are: `District`, `Year`. Heads the first column of the table. */
  readonly by: string
  readonly categories: readonly string[]
  readonly series: readonly Series[]
}

/** A figure for each district. */
export type MapChart = Common & {
  readonly kind: 'map'
  /** What the figures are: `Young carers`. Heads the second column of the table. */
  readonly measure: string
  /** ONS codes of districts, such as `E07000239`. Throws where one has no boundary here. */
  readonly districts: readonly {
    readonly code: string
    readonly name: string
    readonly value: ChartValue
  }[]
}

/** A picture of numbers. Plain data, so that each format draws it at its own width and letter size. */
export type Chart = SeriesChart | MapChart

/** The same numbers to read. Cells are text already; `numeric` columns are set right. */
export type FiguresTable = {
  readonly caption: string
  readonly columns: readonly { readonly header: string; readonly numeric?: boolean }[]
  readonly rows: readonly (readonly string[])[]
}
