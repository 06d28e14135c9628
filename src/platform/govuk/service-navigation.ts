import { attributes, classes, html, isBlank, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, hasContent, present, type Content, type Sometimes } from './internal/content.ts'

export type ServiceNavigationItem = Content & {
  readonly href?: string | undefined
  /** This very page. */
  readonly current?: boolean | undefined
  /** The part of the service in which this page lies. */
  readonly active?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type ServiceNavigationOptions = {
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  readonly navigation?: readonly Sometimes<ServiceNavigationItem>[] | undefined
  readonly slots?:
    | {
        readonly start?: Html | undefined
        readonly end?:
          | Html
          | { readonly html: Html; readonly align?: 'inline' | undefined }
          | undefined
        readonly navigationStart?: Html | undefined
        readonly navigationEnd?: Html | undefined
      }
    | undefined
  readonly ariaLabel?: string | undefined
  readonly menuButtonText?: string | undefined
  readonly menuButtonLabel?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationId?: string | undefined
  readonly navigationClasses?: string | undefined
  /** Whether a menu button takes the links' place on small screens; as soon as there are two, unless told. */
  readonly collapseNavigationOnMobile?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The service's name and its main links. */
export function govukServiceNavigation(options: ServiceNavigationOptions): Html {
  const end = endSlot(options)
  const container = classes(
    'govuk-width-container',
    end.inline && 'govuk-service-navigation__inlining-container',
  )
  const own = html`${attributes({
    class: classes('govuk-service-navigation', options.classes),
    'data-module': 'govuk-service-navigation',
  })}${extra(options.attributes)}`
  const inside = html`<div class="${container}">
    ${options.slots?.start}
    <div class="govuk-service-navigation__container">
      ${serviceName(options)} ${navigation(options)}
    </div>
    ${end.html}
  </div>`
  // With a name or slots it is a landmark of its own; else the nav inside is landmark enough.
  return options.serviceName || !isBlank(options.slots?.start) || !isBlank(end.html)
    ? html`<section${attributes({ 'aria-label': options.ariaLabel ?? 'Service information' })}${own}>${inside}</section>`
    : html`<div${own}>${inside}</div>`
}

function endSlot(options: ServiceNavigationOptions): {
  readonly html?: Html
  readonly inline: boolean
} {
  const end = options.slots?.end
  if (!end) return { inline: false }
  return 'html' in end
    ? { html: end.html, inline: end.align === 'inline' }
    : { html: end, inline: false }
}

function serviceName(options: ServiceNavigationOptions): Html {
  if (!options.serviceName) return nothing
  const inside = options.serviceUrl
    ? html`<a${attributes({ href: options.serviceUrl, class: 'govuk-service-navigation__link' })}>${options.serviceName}</a>`
    : html`<span class="govuk-service-navigation__text">${options.serviceName}</span>`
  return html`<span class="govuk-service-navigation__service-name">${inside}</span>`
}

function navigation(options: ServiceNavigationOptions): Html {
  const items = present(options.navigation).map(({ item }) => item)
  const { navigationStart, navigationEnd } = options.slots ?? {}
  if (items.length === 0 && isBlank(navigationStart) && isBlank(navigationEnd)) return nothing
  const own = attributes({
    'aria-label': options.navigationLabel || options.menuButtonText || 'Menu',
    class: classes('govuk-service-navigation__wrapper', options.navigationClasses),
  })
  const collapses = options.collapseNavigationOnMobile ?? items.length > 1
  return html`<nav${own}>
    ${collapses ? menuButton(options) : nothing}
    <ul${attributes({ class: 'govuk-service-navigation__list', id: options.navigationId || 'navigation' })}>
      ${navigationStart} ${items.map(navigationItem)} ${navigationEnd}
    </ul>
  </nav>`
}

function menuButton(options: ServiceNavigationOptions): Html {
  const text = options.menuButtonText || 'Menu'
  const label = options.menuButtonLabel
  const own = attributes({
    type: 'button',
    class: 'govuk-service-navigation__toggle govuk-js-service-navigation-toggle',
    'aria-controls': options.navigationId || 'navigation',
    'aria-label': label && label !== text ? label : undefined,
    hidden: true,
    'aria-hidden': 'true',
  })
  return html`<button${own}>${text}</button>`
}

function navigationItem(item: ServiceNavigationItem): Html {
  const here = item.active || item.current
  const own = classes(
    'govuk-service-navigation__item',
    here && 'govuk-service-navigation__item--active',
  )
  return html`<li class="${own}">${navigationLink(item)}</li>`
}

function navigationLink(item: ServiceNavigationItem): Html {
  const here = item.current ? 'page' : item.active ? 'true' : undefined
  // Strong, so that the place shows even where colours and styles are overridden.
  const words = here
    ? html`<strong class="govuk-service-navigation__active-fallback">${contentOf(item)}</strong>`
    : contentOf(item)
  if (item.href) {
    const own = attributes({
      class: 'govuk-service-navigation__link',
      href: item.href,
      'aria-current': here,
    })
    return html`<a${own}${extra(item.attributes)}>${words}</a>`
  }
  if (!hasContent(item)) return nothing
  return html`<span${attributes({ class: 'govuk-service-navigation__text', 'aria-current': here })}>${words}</span>`
}
