import { govukPagination } from '#platform/govuk/pagination.ts'
import { html, type Html } from '#platform/lib/html.ts'

/** Links to the pages of a long list; nothing where one page holds it. `address` is the rest of the query. */
export function pageLinks(of: {
  readonly page: number
  readonly perPage: number
  readonly total: number
  readonly address?: string
}): Html {
  const last = Math.ceil(of.total / of.perPage)
  if (last < 2) return html``
  const href = (page: number) => `?${of.address ? `${of.address}&` : ''}page=${page}`
  const near = [1, of.page - 1, of.page, of.page + 1, last]
  const numbers = [...new Set(near)].filter((number) => number >= 1 && number <= last)
  return govukPagination({
    ...(of.page > 1 ? { previous: { href: href(of.page - 1) } } : {}),
    ...(of.page < last ? { next: { href: href(of.page + 1) } } : {}),
    items: numbers.map((number) => ({
      number,
      href: href(number),
      current: number === of.page,
    })),
  })
}
