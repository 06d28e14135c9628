/** The sizes in which a document is printed, in points: the usual one, large print and giant print. */
export const printSizes = [12, 18, 24] as const
export type PrintSize = (typeof printSizes)[number]

/** A sheet of A4 at one of the sizes; lengths in points. */
export type Paper = {
  readonly points: PrintSize
  readonly margin: number
  /** The length of a line of text. */
  readonly line: number
  /** The letters of tables, pictures and page footers: in large print no smaller than the body. */
  readonly small: number
  /** A map is as high as it is wide, and would fill the page. */
  readonly mapWidth: number
}

const millimetre = 72 / 25.4
const a4Width = 210 * millimetre

export function paperFor(points: PrintSize): Paper {
  const large = points > 12
  const margin = (large ? 20 : 25) * millimetre
  const line = a4Width - 2 * margin
  return {
    points,
    margin,
    line,
    small: large ? points : 10.5,
    mapWidth: line * (large ? 0.8 : 0.6),
  }
}
