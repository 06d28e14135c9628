import {
  attributes,
  html,
  isBlank,
  nothing,
  type Html,
  type HtmlValue,
} from '#platform/lib/html.ts'
import { heading, type HeadingLevel } from '../internal/heading.ts'

export type Fact = {
  readonly name: string
  /** What is known; "Not recorded" is said where it is blank. */
  readonly value: HtmlValue
  readonly change?: { readonly href: string; readonly text?: string | undefined } | undefined
}

export type FactListOptions = {
  readonly title?: string | undefined
  readonly headingLevel?: HeadingLevel | undefined
  readonly facts: readonly Fact[]
}

/** Facts in a narrow column, name over value; for the workspace. A summary list is for carers. */
export const factList = (options: FactListOptions): Html =>
  html`<section class="app-facts">
    ${options.title ? heading(options.headingLevel ?? 2, { class: 'app-facts__title' }, options.title) : nothing}
    <dl class="app-facts__list">${options.facts.map(fact)}</dl>
  </section>`

function fact({ name, value, change }: Fact): Html {
  const known = isBlank(value) ? html`<span class="app-quiet">Not recorded</span>` : value
  return html`<div class="app-facts__fact">
    <dt class="app-facts__name">${name}</dt>
    <dd class="app-facts__value">${known} ${change ? changeLink(name, change) : nothing}</dd>
  </div>`
}

function changeLink(name: string, change: NonNullable<Fact['change']>): Html {
  const own = attributes({ class: 'govuk-link app-facts__change', href: change.href })
  const which = html`<span class="govuk-visually-hidden"> ${name.toLowerCase()}</span>`
  return html`<a${own}>${change.text ?? 'Change'}${which}</a>`
}
