import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Content } from './internal/content.ts'

export type Breadcrumb = Content & {
  /** None for the page itself. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type BreadcrumbsOptions = {
  readonly items: readonly Breadcrumb[]
  readonly collapseOnMobile?: boolean | undefined
  readonly labelText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Where this page stands among the others. */
export const govukBreadcrumbs = (options: BreadcrumbsOptions): Html =>
  html`<nav${attributes({
    class: classes(
      'govuk-breadcrumbs',
      options.classes,
      options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
    ),
  })}${extra(options.attributes)}${attributes({ 'aria-label': options.labelText ?? 'Breadcrumb' })}>
    <ol class="govuk-breadcrumbs__list">${options.items.map(crumb)}</ol>
  </nav>`

const crumb = (item: Breadcrumb): Html =>
  item.href
    ? html`<li class="govuk-breadcrumbs__list-item"><a${attributes({ class: 'govuk-breadcrumbs__link', href: item.href })}${extra(item.attributes)}>${contentOf(item)}</a></li>`
    : html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${contentOf(item)}</li>`
