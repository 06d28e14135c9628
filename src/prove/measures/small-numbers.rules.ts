/**
 * Small numbers in what goes to people who do not work with carers. Source: NHS England's rule for
 * published tables below national level, as it stood in 2017/18 (suppression of counts under 5 in
 * social care returns; secondary suppression as for Hospital Episode Statistics until September
 * 2018). It covers the breakdowns of a figure, which point to few people in one place; the county's
 * own totals stay. Managers and those who work with carers see every number, and so does the
 * command line: it is what they answer for.
 */
export type Withheld = 'fewer than 5' | 'not shown'

/** A number of a breakdown, or the words in its place. */
export type Shown = number | Withheld

export const smallest = 5

/** Says that nothing is known of them: a gap in the record, and no group to be recognised in. */
export const notKnown = 'not known'

/**
 * A breakdown with its small numbers withheld. `lines` are the sums that a reader can do: the cells
 * of each add up to a total that is shown or is among them, so a line with a single gap would give
 * it away. Such a line loses its next smallest number as well, never nought, which hides nothing.
 */
export function withheldIn(
  counts: ReadonlyMap<string, number>,
  lines: readonly (readonly string[])[],
): ReadonlyMap<string, Shown> {
  const shown = new Map<string, Shown>(
    [...counts].map(([cell, count]) => [cell, isSmall(cell, count) ? 'fewer than 5' : count]),
  )
  for (let before = -1; before !== gaps(shown).length;) {
    before = gaps(shown).length
    for (const line of lines) {
      const beside = gaps(shown, line).length === 1 ? nextSmallest(shown, line) : undefined
      if (beside !== undefined) shown.set(beside, 'not shown')
    }
  }
  return shown
}

function isSmall(cell: string, count: number): boolean {
  return cell !== notKnown && count > 0 && count < smallest
}

function gaps(
  shown: ReadonlyMap<string, Shown>,
  line: Iterable<string> = shown.keys(),
): readonly string[] {
  return [...line].filter((cell) => typeof shown.get(cell) === 'string')
}

function nextSmallest(
  shown: ReadonlyMap<string, Shown>,
  line: readonly string[],
): string | undefined {
  const numbers = line.flatMap((cell) => {
    const count = shown.get(cell)
    return typeof count === 'number' && count > 0 ? [{ cell, count }] : []
  })
  return numbers.toSorted((a, b) => a.count - b.count)[0]?.cell
}
