import type { PaginationOptions } from '#platform/govuk/pagination.ts'

/** The links below a long list: the page before, the one after, and where one is. */
export function pageLinks(of: {
  readonly total: number
  readonly page: number
  readonly perPage: number
  readonly address: (page: number) => string
}): PaginationOptions {
  const { total, page, perPage, address } = of
  const last = Math.max(1, Math.ceil(total / perPage))
  const place = `Page ${page} of ${last}`
  return {
    landmarkLabel: `Pages, ${place}`,
    ...(page > 1 ? { previous: { text: 'Previous', href: address(page - 1) } } : {}),
    ...(page < last
      ? { next: { text: 'Next', href: address(page + 1), labelText: `${page + 1} of ${last}` } }
      : {}),
  }
}
