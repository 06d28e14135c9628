/** The lists of which a filter may be kept. */
export const filteredLists = ['/today', '/my-carers', '/waiting'] as const

/**
 * The address of a list with its filter, as it may be kept: one of our own lists, without a page of
 * it. Null for any other address, so that no name in the list ever leads elsewhere.
 */
export function keptAddress(given: string): string | null {
  const [path = '', query = ''] = given.split('?')
  if (!filteredLists.some((list) => list === path)) return null
  const kept = new URLSearchParams(query)
  kept.delete('page')
  const address = kept.size === 0 ? path : `${path}?${String(kept)}`
  return address.length <= 500 ? address : null
}
