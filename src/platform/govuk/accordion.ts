import { attributes, classes, html, isBlank, nothing, type Html } from '#platform/lib/html.ts'
import { extra, scriptWords, type Attributes } from './internal/attributes.ts'
import { contentOf, hasContent, present, type Content, type Sometimes } from './internal/content.ts'
import { heading, type HeadingLevel } from './internal/heading.ts'

export type AccordionSection = {
  readonly heading: Content
  readonly summary?: Content | undefined
  readonly content: Content
  readonly expanded?: boolean | undefined
}

export type AccordionOptions = {
  readonly id: string
  readonly items: readonly Sometimes<AccordionSection>[]
  readonly headingLevel?: HeadingLevel | undefined
  readonly rememberExpanded?: boolean | undefined
  readonly hideAllSectionsText?: string | undefined
  readonly hideSectionText?: string | undefined
  readonly hideSectionAriaLabelText?: string | undefined
  readonly showAllSectionsText?: string | undefined
  readonly showSectionText?: string | undefined
  readonly showSectionAriaLabelText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Sections that open one by one; without scripts all of them are open. */
export function govukAccordion(options: AccordionOptions): Html {
  const own = attributes({
    class: classes('govuk-accordion', options.classes),
    'data-module': 'govuk-accordion',
    id: options.id,
  })
  const words = scriptWords({
    'hide-all-sections': options.hideAllSectionsText,
    'hide-section': options.hideSectionText,
    'hide-section-aria-label': options.hideSectionAriaLabelText,
    'show-all-sections': options.showAllSectionsText,
    'show-section': options.showSectionText,
    'show-section-aria-label': options.showSectionAriaLabelText,
  })
  const remember = attributes({ 'data-remember-expanded': options.rememberExpanded?.toString() })
  return html`<div${own}${extra(words)}${remember}${extra(options.attributes)}>
    ${present(options.items).map(({ item, place }) => section(options, item, place))}
  </div>`
}

function section(options: AccordionOptions, item: AccordionSection, place: number): Html {
  const { id } = options
  const button = html`<span${attributes({
    class: 'govuk-accordion__section-button',
    id: `${id}-heading-${place}`,
  })}>${contentOf(item.heading)}</span>`
  const own = classes(
    'govuk-accordion__section',
    item.expanded && 'govuk-accordion__section--expanded',
  )
  const summary = hasContent(item.summary)
    ? html`<div class="govuk-accordion__section-summary govuk-body" id="${id}-summary-${place}">
        ${contentOf(item.summary)}
      </div>`
    : nothing
  return html`<div class="${own}">
    <div class="govuk-accordion__section-header">
      ${heading(options.headingLevel || 2, { class: 'govuk-accordion__section-heading' }, button)}
      ${summary}
    </div>
    <div id="${id}-content-${place}" class="govuk-accordion__section-content">
      ${sectionBody(item.content)}
    </div>
  </div>`
}

function sectionBody(of: Content): Html {
  if (!isBlank(of.html)) return html`${of.html}`
  return isBlank(of.text) ? nothing : html`<p class="govuk-body">${of.text}</p>`
}
