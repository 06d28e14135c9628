import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from '../internal/attributes.ts'
import { contentOf, type Content } from '../internal/content.ts'

export type TicketPanelItem = Content & {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type TicketPanelOptions = {
  readonly items: readonly TicketPanelItem[]
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** What stands out on a page, as on a ticket. */
export const mojTicketPanel = (options: TicketPanelOptions): Html =>
  html`<article${attributes({ class: classes('moj-ticket-panel', options.classes) })}${extra(options.attributes)}>${options.items.map(part)}</article>`

const part = (item: TicketPanelItem): Html =>
  html`<section${attributes({ class: classes('moj-ticket-panel__content', item.classes) })}${extra(item.attributes)}>${contentOf(item)}</section>`
