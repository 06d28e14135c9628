import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from '../internal/attributes.ts'
import { contentOf, type Content } from '../internal/content.ts'

export type BannerOptions = Content & {
  readonly type?: 'success' | 'warning' | 'information' | undefined
  readonly iconFallbackText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const icons = {
  success: html`<path d="M25,6.2L8.7,23.2L0,14.1l4-4.2l4.7,4.9L21,2L25,6.2z" />`,
  warning: html`<path
    d="M13.6,15.4h-2.3v-4.5h2.3V15.4z M13.6,19.8h-2.3v-2.2h2.3V19.8z M0,23.2h25L12.5,2L0,23.2z"
  />`,
  information: html`<path
    d="M13.7,18.5h-2.4v-2.4h2.4V18.5z M12.5,13.7c-0.7,0-1.2-0.5-1.2-1.2V7.7c0-0.7,0.5-1.2,1.2-1.2s1.2,0.5,1.2,1.2v4.8 C13.7,13.2,13.2,13.7,12.5,13.7z M12.5,0.5c-6.6,0-12,5.4-12,12s5.4,12,12,12s12-5.4,12-12S19.1,0.5,12.5,0.5z"
  />`,
} as const

/** News across the page. */
export function mojBanner(options: BannerOptions): Html {
  const { type } = options
  const own = attributes({
    class: classes('moj-banner', type && `moj-banner--${type}`, options.classes),
    role: 'region',
    'aria-label': options.iconFallbackText ?? type ?? 'banner',
  })
  const icon =
    type &&
    html`<svg
      class="moj-banner__icon"
      fill="currentColor"
      role="presentation"
      focusable="false"
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 25 25"
      height="25"
      width="25"
    >
      ${icons[type]}
    </svg>`
  return html`<div${own}${extra(options.attributes)}>${icon}<div class="moj-banner__message">${contentOf(options)}</div></div>`
}
