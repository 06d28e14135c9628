import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { govukButton, type ButtonOptions } from './button.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, hasContent, type Content } from './internal/content.ts'
import { heading, type HeadingLevel } from './internal/heading.ts'

export type PanelAction = Pick<ButtonOptions, 'text' | 'type' | 'href' | 'classes' | 'attributes'>

export type PanelOptions = Content & {
  readonly titleText?: string | undefined
  readonly titleHtml?: Html | undefined
  readonly headingLevel?: HeadingLevel | undefined
  /** With `govuk-panel--interruption` it interrupts a journey instead of ending it. */
  readonly classes?: string | undefined
  readonly actions?:
    | {
        readonly items?: readonly PanelAction[] | undefined
        readonly classes?: string | undefined
        readonly attributes?: Attributes | undefined
      }
    | undefined
  readonly attributes?: Attributes | undefined
}

/** Done, with the reference; or something to know before going on. */
export function govukPanel(options: PanelOptions): Html {
  const interrupts = options.classes?.includes('govuk-panel--interruption')
  const own = attributes({
    class: classes('govuk-panel', !interrupts && 'govuk-panel--confirmation', options.classes),
  })
  return html`<div${own}${extra(options.attributes)}>
    ${heading(options.headingLevel || 1, { class: 'govuk-panel__title' }, contentOf({ text: options.titleText, html: options.titleHtml }))}
    ${hasContent(options) ? html`<div class="govuk-panel__body">${contentOf(options)}</div>` : nothing}
    ${interrupts && options.actions ? actions(options.actions) : nothing}
  </div>`
}

function actions(of: NonNullable<PanelOptions['actions']>): Html {
  const own = attributes({ class: classes('govuk-panel__actions', of.classes) })
  const group = of.items?.length
    ? html`<div class="govuk-button-group">${of.items.map((item) => html`${action(item)} `)}</div>`
    : nothing
  return html`<div${own}${extra(of.attributes)}>${group}</div>`
}

function action(of: PanelAction): Html {
  if (of.href && of.type !== 'button') {
    const own = attributes({
      class: classes('govuk-link govuk-link--inverse', of.classes),
      href: of.href,
    })
    return html`<a${own}${extra(of.attributes)}>${of.text}</a>`
  }
  return govukButton({
    ...of,
    type: of.type || 'button',
    classes: classes('govuk-button--inverse', of.classes),
  })
}
