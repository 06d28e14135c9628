import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from '../internal/attributes.ts'
import { contentOf, type Content } from '../internal/content.ts'
import { heading, type HeadingLevel } from '../internal/heading.ts'
import type { NavigationItem } from './primary-navigation.ts'

export type SideNavigationSection = {
  readonly heading: Content & {
    readonly headingLevel?: HeadingLevel | undefined
    readonly classes?: string | undefined
  }
  readonly items: readonly NavigationItem[]
}

export type SideNavigationOptions = {
  readonly label?: string | undefined
  readonly items?: readonly NavigationItem[] | undefined
  /** Instead of `items`: links under headings. */
  readonly sections?: readonly SideNavigationSection[] | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The pages of one part of the workspace, down its side. */
export function mojSideNavigation(options: SideNavigationOptions): Html {
  const own = attributes({
    class: classes('moj-side-navigation', options.classes),
    'aria-label': options.label || undefined,
  })
  const inside = options.sections ? options.sections.map(section) : list(options.items ?? [])
  return html`<nav${own}${extra(options.attributes)}>${inside}</nav>`
}

const section = (of: SideNavigationSection): Html =>
  html`${heading(of.heading.headingLevel ?? 4, { class: classes('moj-side-navigation__title', of.heading.classes) }, contentOf(of.heading))}
  ${list(of.items)}`

const list = (items: readonly NavigationItem[]): Html =>
  html`<ul class="moj-side-navigation__list">
    ${items.map(entry)}
  </ul>`

function entry(item: NavigationItem): Html {
  const own = attributes({
    class: classes('moj-side-navigation__item', item.active && 'moj-side-navigation__item--active'),
  })
  const link = attributes({ href: item.href, 'aria-current': item.active ? 'location' : undefined })
  return html`<li${own}${extra(item.attributes)}><a${link}>${contentOf(item)}</a></li>`
}
