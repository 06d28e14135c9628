import { attributes, classes, html, isBlank, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from '../internal/attributes.ts'
import { contentOf, type Content } from '../internal/content.ts'

export type NavigationItem = Content & {
  readonly href: string
  /** Whether it is this page, or the part of the workspace in which it lies. */
  readonly active?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type PrimaryNavigationOptions = {
  /** Names the landmark. */
  readonly label?: string | undefined
  readonly items: readonly NavigationItem[]
  readonly searchHtml?: Html | undefined
  readonly containerClasses?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The parts of the workspace. */
export function mojPrimaryNavigation(options: PrimaryNavigationOptions): Html {
  const own = attributes({
    class: classes('moj-primary-navigation', options.classes),
    'aria-label': options.label || undefined,
  })
  const search = isBlank(options.searchHtml)
    ? nothing
    : html`<div class="moj-primary-navigation__search">${options.searchHtml}</div>`
  return html`<div${attributes({ class: classes('moj-primary-navigation', options.containerClasses) })}>
    <div class="moj-primary-navigation__container">
      <div class="moj-primary-navigation__nav">
        <nav${own}${extra(options.attributes)}>
          <ul class="moj-primary-navigation__list">${options.items.map(entry)}</ul>
        </nav>
      </div>
      ${search}
    </div>
  </div>`
}

function entry(item: NavigationItem): Html {
  const own = attributes({
    class: 'moj-primary-navigation__link',
    'aria-current': item.active ? 'page' : undefined,
    href: item.href,
  })
  return html`<li class="moj-primary-navigation__item"><a${own}${extra(item.attributes)}>${contentOf(item)}</a></li>`
}
