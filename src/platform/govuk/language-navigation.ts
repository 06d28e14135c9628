import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Content } from './internal/content.ts'

export type LanguageItem = Content & {
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  readonly lang?: string | undefined
  readonly hrefLang?: string | undefined
  readonly dir?: 'ltr' | 'rtl' | 'auto' | undefined
  /** Says in the page's language what the link does. */
  readonly languageDescriptionText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type LanguageNavigationOptions = {
  readonly items: readonly LanguageItem[]
  readonly ariaLabel?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The same page in other languages, each by its own name. */
export const govukLanguageNavigation = (options: LanguageNavigationOptions): Html =>
  html`<nav${attributes({ class: classes('govuk-language-navigation', options.classes) })}${extra(options.attributes)}${attributes({ 'aria-label': options.ariaLabel ?? 'Language' })}>
    <ul class="govuk-language-navigation__list">
      ${options.items.map((item) => html`<li class="govuk-language-navigation__list-item">${language(item)}</li>`)}
    </ul>
  </nav>`

function language(item: LanguageItem): Html {
  const speaks = { lang: item.lang || undefined, dir: item.dir || undefined }
  if (item.current || !item.href) {
    const own = attributes({
      class: classes('govuk-language-navigation__text', item.classes),
      'aria-current': 'true',
      ...speaks,
    })
    return html`<span${own}${extra(item.attributes)}>${contentOf(item)}</span>`
  }
  const own = attributes({
    class: classes('govuk-language-navigation__link', item.classes),
    href: item.href,
    rel: 'alternate',
    hreflang: item.hrefLang || item.lang || undefined,
    ...speaks,
  })
  const described = item.languageDescriptionText
    ? html`<span class="govuk-visually-hidden"> ${item.languageDescriptionText}</span>`
    : nothing
  return html`<a${own}${extra(item.attributes)}>${contentOf(item)}${described}</a>`
}
