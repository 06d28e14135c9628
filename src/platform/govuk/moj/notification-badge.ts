import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from '../internal/attributes.ts'

export type NotificationBadgeOptions = {
  /** The count; nothing is shown for none, and `99+` from 99. */
  readonly text: string | number
  /** What is counted, for screen readers. */
  readonly visuallyHiddenText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** How many are new. */
export function mojNotificationBadge(options: NotificationBadgeOptions): Html {
  const count = Math.trunc(Number(options.text))
  if (!(count > 0)) return nothing
  const many = count >= 99
  const hidden = classes(many ? '99 or more' : String(count), options.visuallyHiddenText)
  return html`<span${attributes({ class: classes('moj-notification-badge', options.classes) })}${extra(options.attributes)}><span aria-hidden="true">${many ? '99+' : count}</span> <span class="govuk-visually-hidden">(${hidden})</span></span>`
}
