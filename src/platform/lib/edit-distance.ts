/**
 * How many single mistakes of the keyboard lie between two words: a letter missing, added, wrong,
 * or swapped with its neighbour (optimal string alignment). Stops counting beyond `limit` and
 * gives `limit + 1`.
 */
export function editDistance(a: string, b: string, limit = 2): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row]
    let least = row
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      let best = Math.min(
        at(above, column) + 1,
        at(line, column - 1) + 1,
        at(above, column - 1) + cost,
      )
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) best = Math.min(best, at(before, column - 2) + 1)
      line.push(best)
      least = Math.min(least, best)
    }
    if (least > limit) return limit + 1
    before = above
    above = line
  }
  return Math.min(at(above, b.length), limit + 1)
}

const at = (line: readonly number[], column: number): number => line[column] ?? Infinity
