import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { govukButton } from './button.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { hasContent, type Content } from './internal/content.ts'

export type ExitThisPageOptions = Content & {
  readonly redirectUrl?: string | undefined
  readonly id?: string | undefined
  readonly activatedText?: string | undefined
  readonly timedOutText?: string | undefined
  readonly pressTwoMoreTimesText?: string | undefined
  readonly pressOneMoreTimeText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const defaultHtml = html`<span class="govuk-visually-hidden">Emergency</span> Exit this page`

/** The way to leave at once when someone dangerous comes near. */
export function govukExitThisPage(options: ExitThisPageOptions): Html {
  const own = attributes({
    id: options.id || undefined,
    class: classes('govuk-exit-this-page', options.classes),
    'data-module': 'govuk-exit-this-page',
  })
  const words = attributes({
    'data-i18n.activated': options.activatedText || undefined,
    'data-i18n.timed-out': options.timedOutText || undefined,
    'data-i18n.press-two-more-times': options.pressTwoMoreTimesText || undefined,
    'data-i18n.press-one-more-time': options.pressOneMoreTimeText || undefined,
  })
  const button = govukButton({
    html: hasContent(options) ? options.html : defaultHtml,
    text: options.text,
    classes: 'govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button',
    href: options.redirectUrl || 'https://www.bbc.co.uk/weather',
    attributes: { rel: 'nofollow noreferrer' },
  })
  return html`<div${own}${extra(options.attributes)}${words}>${button}</div>`
}
