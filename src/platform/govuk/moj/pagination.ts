import { classes, html, nothing, type Html } from '#platform/lib/html.ts'
import type { Attributes } from '../internal/attributes.ts'
import { govukPagination, type PaginationItem, type PaginationLink } from '../pagination.ts'

export type MojPaginationOptions = {
  readonly items?:
    | readonly Pick<PaginationItem, 'number' | 'href' | 'current' | 'ellipsis'>[]
    | undefined
  readonly previous?: PaginationLink | undefined
  readonly next?: PaginationLink | undefined
  readonly results?:
    | {
        readonly from?: number | undefined
        readonly to?: number | undefined
        readonly count?: number | undefined
        /** What is listed; "results" unless told. */
        readonly text?: string | undefined
      }
    | undefined
  readonly landmarkLabel?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The pages of a list, and how many it holds in all. */
export function mojPagination(options: MojPaginationOptions): Html {
  const items = options.items ?? []
  const pages =
    items.length > 1
      ? govukPagination({
          items: items.map(({ number, href, current, ellipsis }) =>
            ellipsis ? { ellipsis } : { number, href, current },
          ),
          previous: options.previous,
          next: options.next,
          landmarkLabel: options.landmarkLabel,
          classes: classes('moj-pagination__pagination', options.classes),
          attributes: options.attributes,
        })
      : nothing
  const results = resultsText(options, items.length > 0)
  return html`<div class="moj-pagination">
    ${pages} ${results ? html`<p class="moj-pagination__results">${results}</p>` : nothing}
  </div>`
}

function resultsText({ results }: MojPaginationOptions, paged: boolean): string {
  if (!results) return ''
  const { from, to, count, text = 'results' } = results
  if (paged && from && to) {
    return count
      ? `Showing ${from} to ${to} of ${count} total ${text}`
      : `Showing ${text} ${from} to ${to}`
  }
  return count ? `${count} total ${text}` : ''
}
