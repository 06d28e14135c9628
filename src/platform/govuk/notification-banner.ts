import { attributes, classes, html, isBlank, nothing, type Html } from '#platform/lib/html.ts'
import { heading, type HeadingLevel } from './internal/heading.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Content } from './internal/content.ts'

export type NotificationBannerOptions = Content & {
  readonly titleText?: string | undefined
  readonly titleHtml?: Html | undefined
  readonly titleHeadingLevel?: HeadingLevel | undefined
  readonly type?: 'success' | undefined
  readonly role?: string | undefined
  readonly titleId?: string | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** News about the service, or that something has worked. */
export function govukNotificationBanner(options: NotificationBannerOptions): Html {
  const success = options.type === 'success'
  const titleId = options.titleId || 'govuk-notification-banner-title'
  const title = contentOf({
    html: options.titleHtml,
    text: options.titleText || (success ? 'Success' : 'Important'),
  })
  const own = attributes({
    class: classes(
      'govuk-notification-banner',
      success && 'govuk-notification-banner--success',
      options.classes,
    ),
    role: options.role || (success ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus': options.disableAutoFocus?.toString(),
  })
  return html`<div${own}${extra(options.attributes)}>
    <div class="govuk-notification-banner__header">
      ${heading(options.titleHeadingLevel || 2, { class: 'govuk-notification-banner__title', id: titleId }, title)}
    </div>
    <div class="govuk-notification-banner__content">${body(options)}</div>
  </div>`
}

function body(options: Content): Html {
  if (!isBlank(options.html)) return html`${options.html}`
  if (isBlank(options.text)) return nothing
  return html`<p class="govuk-notification-banner__heading">${options.text}</p>`
}
