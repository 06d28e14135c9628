import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from '../internal/attributes.ts'
import { contentOf, type Content } from '../internal/content.ts'

export type Message = Content & {
  readonly id?: string | number | undefined
  readonly type: 'sent' | 'received'
  readonly sender: string
  /** The day in words; it is said once for the messages of one day. */
  readonly date: string
  /** The time in words: `2:30pm`. */
  readonly time: string
}

export type MessagesOptions = {
  readonly id?: string | undefined
  readonly label?: string | undefined
  readonly items: readonly Message[]
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Messages to and fro, oldest first. Dates come in words: the official ones run by the server's zone. */
export function mojMessages(options: MessagesOptions): Html {
  const own = attributes({
    id: options.id ?? 'messages',
    class: classes('moj-messages-container', options.classes),
    'aria-label': options.label || undefined,
  })
  const items = options.items.map((item, index) => [
    item.date === options.items[index - 1]?.date ? '' : day(item.date),
    message(item),
  ])
  return html`<div${own}${extra(options.attributes)}><div class="moj-message-list">${items}</div></div>`
}

const day = (date: string): Html =>
  html`<time class="moj-message-list__date" datetime="${date}">${date}</time>`

function message(item: Message): Html {
  const own = attributes({
    id: item.id && `message_${item.id}`,
    class: `moj-message-item moj-message-item--${item.type}`,
  })
  return html`<div${own}>
    <div class="moj-message-item__text moj-message-item__text--${item.type}">${contentOf(item)}</div>
    <div class="moj-message-item__meta">
      <span class="moj-message-item__meta--sender">${item.sender}</span> at
      <time class="moj-message-item__meta--timestamp" datetime="${item.time}">${item.time}</time>
    </div>
  </div>`
}
