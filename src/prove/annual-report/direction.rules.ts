const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** Where a figure moved, in words. */
export type Direction = { readonly towards: 'up' | 'down' | 'same'; readonly words: string }

/** Below this a share of the earlier figure says more than there is to say. */
const enoughForAShare = 50

/**
 * A figure against the same one of an earlier year: `up 12 on 2016/17`. Counts large enough say by
 * what share, percentages by how many points. Null where either was not recorded.
 */
export function direction(
  unit: 'count' | 'percent',
  now: number | null,
  before: { readonly year: string; readonly value: number | null } | null,
): Direction | null {
  if (now === null || before === null || before.value === null) return null
  const by = Math.round((now - before.value) * 10) / 10
  if (by === 0) return { towards: 'same', words: `the same as in ${before.year}` }
  const towards = by > 0 ? 'up' : 'down'
  const much = number.format(Math.abs(by))
  if (unit === 'percent')
    return {
      towards,
      words: `${towards} ${much} percentage ${much === '1' ? 'point' : 'points'} on ${before.year}`,
    }
  const share =
    before.value < enoughForAShare
      ? ''
      : ` (${number.format((Math.abs(by) * 100) / before.value)}%)`
  return { towards, words: `${towards} ${much}${share} on ${before.year}` }
}
