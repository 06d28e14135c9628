import { attributes, html, nothing, type Html } from '#platform/lib/html.ts'
import { govukButton, type ButtonOptions } from '../button.ts'
import { extra, type Attributes } from '../internal/attributes.ts'
import { contentOf, type Content } from '../internal/content.ts'

export type SelectedFilters = {
  readonly heading: Content
  readonly clearLink: { readonly text: string; readonly href: string }
  readonly categories: readonly {
    readonly heading: Content
    /** What is filtered by; the link takes it away. */
    readonly items: readonly { readonly text: string; readonly href: string }[]
  }[]
}

export type FilterOptions = {
  readonly heading: Content
  readonly submit?: Pick<ButtonOptions, 'text' | 'attributes'> | undefined
  readonly selectedFilters?: SelectedFilters | undefined
  /** The fields; the form around the filter is the page's. */
  readonly optionsHtml: Html
  readonly attributes?: Attributes | undefined
}

/** Narrows down a list, by a form whose answers stand in the address. */
export const mojFilter = (options: FilterOptions): Html =>
  html`<div${attributes({ class: 'moj-filter', 'data-module': 'moj-filter' })}${extra(options.attributes)}>
    <div class="moj-filter__header">
      <div class="moj-filter__header-title"><h2 class="govuk-heading-m">${contentOf(options.heading)}</h2></div>
      <div class="moj-filter__header-action"></div>
    </div>
    <div class="moj-filter__content">
      ${options.selectedFilters ? selected(options.selectedFilters) : nothing}
      <div class="moj-filter__options">
        ${govukButton({ text: options.submit?.text || 'Apply filters', attributes: options.submit?.attributes })}
        ${options.optionsHtml}
      </div>
    </div>
  </div>`

const selected = (of: SelectedFilters): Html =>
  html`<div class="moj-filter__selected">
    <div class="moj-filter__selected-heading">
      <div class="moj-filter__heading-title"><h2 class="govuk-heading-m">${contentOf(of.heading)}</h2></div>
      <div class="moj-filter__heading-action">
        <p><a${attributes({ class: 'govuk-link govuk-link--no-visited-state', href: of.clearLink.href })}>${of.clearLink.text}</a></p>
      </div>
    </div>
    ${of.categories.map(
      (category) =>
        html`<h3 class="govuk-heading-s govuk-!-margin-bottom-0">${contentOf(category.heading)}</h3>
          <ul class="moj-filter-tags">
            ${category.items.map(filterTag)}
          </ul>`,
    )}
  </div>`

const filterTag = (item: { readonly text: string; readonly href: string }): Html =>
  html`<li><a${attributes({ class: 'moj-filter__tag', href: item.href })}><span class="govuk-visually-hidden">Remove this filter</span> ${item.text}</a></li>`
