import { attributes, classes, html, isBlank, nothing, type Html } from '#platform/lib/html.ts'
import { govukButton, type ButtonOptions } from './button.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, hasContent, type Content } from './internal/content.ts'

export type CookieBannerMessage = Content & {
  readonly headingText?: string | undefined
  readonly headingHtml?: Html | undefined
  readonly actions?:
    | readonly Pick<
        ButtonOptions,
        'text' | 'type' | 'href' | 'name' | 'value' | 'classes' | 'attributes'
      >[]
    | undefined
  readonly hidden?: boolean | undefined
  readonly role?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type CookieBannerOptions = {
  readonly ariaLabel?: string | undefined
  readonly hidden?: boolean | undefined
  readonly messages: readonly CookieBannerMessage[]
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Asks for leave to set cookies that are not needed. */
export function govukCookieBanner(options: CookieBannerOptions): Html {
  const own = attributes({
    class: classes('govuk-cookie-banner', options.classes),
    'data-nosnippet': true,
    role: 'region',
    'aria-label': options.ariaLabel || 'Cookie banner',
    hidden: options.hidden,
  })
  return html`<div${own}${extra(options.attributes)}>${options.messages.map(banner)}</div>`
}

function banner(message: CookieBannerMessage): Html {
  const own = attributes({
    class: classes('govuk-cookie-banner__message', message.classes, 'govuk-width-container'),
    role: message.role || undefined,
    hidden: message.hidden,
  })
  const title = { text: message.headingText, html: message.headingHtml }
  return html`<div${own}${extra(message.attributes)}>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${hasContent(title) ? html`<h2 class="govuk-cookie-banner__heading govuk-heading-m">${contentOf(title)}</h2>` : nothing}
        <div class="govuk-cookie-banner__content">${body(message)}</div>
      </div>
    </div>
    ${message.actions ? html`<div class="govuk-button-group">${message.actions.map((item) => html`${action(item)} `)}</div>` : nothing}
  </div>`
}

function body(of: Content): Html {
  if (!isBlank(of.html)) return html`${of.html}`
  return isBlank(of.text) ? nothing : html`<p class="govuk-body">${of.text}</p>`
}

function action(of: NonNullable<CookieBannerMessage['actions']>[number]): Html {
  if (!of.href || of.type === 'button') return govukButton({ ...of, type: of.type || 'button' })
  const own = attributes({ class: classes('govuk-link', of.classes), href: of.href })
  return html`<a${own}${extra(of.attributes)}>${of.text}</a>`
}
