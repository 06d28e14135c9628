import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, hasContent, type Content } from './internal/content.ts'

export type LegendOptions = Content & {
  readonly classes?: string | undefined
  readonly isPageHeading?: boolean | undefined
}

export type FieldsetOptions = {
  readonly legend?: LegendOptions | undefined
  /** Ids of what describes the group, with spaces between. */
  readonly describedBy?: string | undefined
  readonly role?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly html?: Html | undefined
}

/** A group of fields under one question. */
export function govukFieldset(options: FieldsetOptions): Html {
  const own = attributes({
    class: classes('govuk-fieldset', options.classes),
    role: options.role || undefined,
    'aria-describedby': options.describedBy || undefined,
  })
  return html`<fieldset${own}${extra(options.attributes)}>${legend(options.legend)} ${options.html}</fieldset>`
}

function legend(options: LegendOptions | undefined): Html {
  if (!options || !hasContent(options)) return nothing
  const words = contentOf(options)
  return html`<legend${attributes({ class: classes('govuk-fieldset__legend', options.classes) })}>${options.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${words}</h1>` : words}</legend>`
}
