import {
  attributes,
  classes,
  html,
  nothing,
  type Html,
  type HtmlValue,
} from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, hasContent, type Content, type Sometimes } from './internal/content.ts'

export type PaginationItem = {
  readonly number?: string | number | undefined
  readonly visuallyHiddenText?: string | undefined
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  readonly ellipsis?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type PaginationLink = Content & {
  readonly href?: string | undefined
  /** What lies there: its title, said under the link. */
  readonly labelText?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type PaginationOptions = {
  readonly items?: readonly Sometimes<PaginationItem>[] | undefined
  readonly previous?: PaginationLink | undefined
  readonly next?: PaginationLink | undefined
  readonly landmarkLabel?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const arrows = {
  prev: html`<svg
    class="govuk-pagination__icon govuk-pagination__icon--prev"
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path
      d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"
    ></path>
  </svg>`,
  next: html`<svg
    class="govuk-pagination__icon govuk-pagination__icon--next"
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path
      d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"
    ></path>
  </svg>`,
}

/** The other pages of a list; without `items`, the steps before and after this one. */
export function govukPagination(options: PaginationOptions): Html {
  const { previous, next, items } = options
  const block = !items && Boolean(next ?? previous)
  const own = attributes({
    class: classes('govuk-pagination', block && 'govuk-pagination--block', options.classes),
    'aria-label': options.landmarkLabel || 'Pagination',
  })
  const list = items
    ? html`<ul class="govuk-pagination__list">
        ${items.map((item) => (item && Object.keys(item).length > 0 ? pageItem(item) : nothing))}
      </ul>`
    : nothing
  return html`<nav${own}${extra(options.attributes)}>
    ${previous?.href ? arrowLink(previous, 'prev', block) : nothing}
    ${list}
    ${next?.href ? arrowLink(next, 'next', block) : nothing}
  </nav>`
}

function arrowLink(link: PaginationLink, type: 'prev' | 'next', block: boolean): Html {
  const own = attributes({ class: 'govuk-link govuk-pagination__link', href: link.href, rel: type })
  const titleClass = classes(
    'govuk-pagination__link-title',
    block && !link.labelText && 'govuk-pagination__link-title--decorated',
  )
  const title = html`<span class="${titleClass}">${linkTitle(link, type)}</span>`
  const label =
    link.labelText && block
      ? html`<span class="govuk-visually-hidden">:</span>
          <span class="govuk-pagination__link-label">${link.labelText}</span>`
      : nothing
  const arrowFirst = block || type === 'prev'
  const inside = arrowFirst
    ? html`${arrows[type]} ${title} ${label}`
    : html`${title} ${arrows[type]}`
  return html`<div class="govuk-pagination__${type}"><a${own}${extra(link.attributes)}>${inside}</a></div>`
}

const linkTitle = (link: PaginationLink, type: 'prev' | 'next'): HtmlValue =>
  hasContent(link)
    ? contentOf(link)
    : html`${type === 'prev' ? 'Previous' : 'Next'}<span class="govuk-visually-hidden"> page</span>`

function pageItem(item: PaginationItem): Html {
  const block = 'govuk-pagination__item'
  const own = classes(
    block,
    item.current && `${block}--current`,
    item.ellipsis && `${block}--ellipsis`,
  )
  if (item.ellipsis) return html`<li class="${own}">&ctdot;</li>`
  const link = attributes({
    class: 'govuk-link govuk-pagination__link',
    href: item.href ?? '',
    'aria-label': item.visuallyHiddenText ?? `Page ${item.number}`,
    'aria-current': item.current ? 'page' : undefined,
  })
  return html`<li class="${own}"><a${link}${extra(item.attributes)}>${item.number}</a></li>`
}
