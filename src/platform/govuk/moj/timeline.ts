import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from '../internal/attributes.ts'
import { contentOf, type Content } from '../internal/content.ts'
import { heading, type HeadingLevel } from '../internal/heading.ts'

export type TimelineItem = Content & {
  readonly label: Content
  /** When it was: for machines, and in words. The official filters run by the server's zone. */
  readonly datetime: { readonly timestamp: string; readonly text: string }
  readonly byline?: Content | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type TimelineOptions = {
  readonly items: readonly TimelineItem[]
  readonly headingLevel?: HeadingLevel | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** What has happened, newest first. */
export const mojTimeline = (options: TimelineOptions): Html =>
  html`<div${attributes({ class: classes('moj-timeline', options.classes) })}${extra(options.attributes)}>
    ${options.items.map((item) => event(item, options.headingLevel ?? 2))}
  </div>`

function event(item: TimelineItem, level: HeadingLevel): Html {
  const byline = item.byline
    ? html`<p class="moj-timeline__byline">by ${contentOf(item.byline)}</p>`
    : nothing
  return html`<div${attributes({ class: classes('moj-timeline__item', item.classes) })}${extra(item.attributes)}>
    <div class="moj-timeline__header">
      ${heading(level, { class: 'moj-timeline__title' }, contentOf(item.label))} ${byline}
    </div>
    <p class="moj-timeline__date"><time${attributes({ datetime: item.datetime.timestamp })}>${item.datetime.text}</time></p>
    <div class="moj-timeline__description">${contentOf(item)}</div>
  </div>`
}
