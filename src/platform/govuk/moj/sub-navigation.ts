import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from '../internal/attributes.ts'
import { contentOf } from '../internal/content.ts'
import type { NavigationItem } from './primary-navigation.ts'

export type SubNavigationItem = NavigationItem & { readonly classes?: string | undefined }

export type SubNavigationOptions = {
  readonly label?: string | undefined
  readonly items: readonly SubNavigationItem[]
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The pages of one record or of one part of the workspace. */
export const mojSubNavigation = (options: SubNavigationOptions): Html =>
  html`<nav${attributes({
    class: classes('moj-sub-navigation', options.classes),
    'aria-label': options.label || 'Secondary navigation region',
  })}${extra(options.attributes)}>
    <ul class="moj-sub-navigation__list">${options.items.map(entry)}</ul>
  </nav>`

function entry(item: SubNavigationItem): Html {
  const own = attributes({
    class: 'moj-sub-navigation__link',
    'aria-current': item.active ? 'page' : undefined,
    href: item.href,
  })
  return html`<li class="${classes('moj-sub-navigation__item', item.classes)}"><a${own}${extra(item.attributes)}>${contentOf(item)}</a></li>`
}
