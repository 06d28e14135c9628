import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from '../internal/attributes.ts'
import { contentOf, type Content } from '../internal/content.ts'

export type BadgeOptions = Content & {
  /** `moj-badge--red` and so on; the colour never says it alone. */
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A flag on a record, in words. */
export const mojBadge = (options: BadgeOptions): Html =>
  html`<span${attributes({ class: classes('moj-badge', options.classes) })}${extra(options.attributes)}>${contentOf(options)}</span>`
