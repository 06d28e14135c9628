import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { govukButton, type ButtonOptions } from '../button.ts'
import { extra, type Attributes } from '../internal/attributes.ts'
import { contentOf, type Content } from '../internal/content.ts'
import { heading, type HeadingLevel } from '../internal/heading.ts'

export type PageHeaderActionsOptions = {
  readonly heading: Content & {
    readonly level?: HeadingLevel | undefined
    readonly classes?: string | undefined
  }
  readonly items?: readonly ButtonOptions[] | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The page's heading, with what can be done here beside it. */
export const mojPageHeaderActions = (options: PageHeaderActionsOptions): Html =>
  html`<div${attributes({ class: classes('moj-page-header-actions', options.classes) })}${extra(options.attributes)}>
    <div class="moj-page-header-actions__title">
      ${heading(options.heading.level ?? 1, { class: options.heading.classes ?? 'govuk-heading-xl' }, contentOf(options.heading))}
    </div>
    ${options.items ? actions(options.items) : nothing}
  </div>`

const actions = (items: readonly ButtonOptions[]): Html =>
  html`<div class="moj-page-header-actions__actions">
    <div class="moj-button-group moj-button-group--inline">
      ${items.map((item) => html`${govukButton(item)} `)}
    </div>
  </div>`
